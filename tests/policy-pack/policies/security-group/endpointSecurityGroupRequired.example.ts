import { spoilt } from "../../support/example";

export const example = spoilt("eks", { endpoint: { securityGroupIds: undefined } });
