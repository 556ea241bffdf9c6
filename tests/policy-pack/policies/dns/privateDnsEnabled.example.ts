import { spoilt } from "../../support/example";

export const example = spoilt("eks", { endpoint: { privateDnsEnabled: undefined } });
