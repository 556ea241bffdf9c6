import { spoilt } from "../../support/example";

export const example = spoilt("eks", { endpoint: { vpcEndpointType: undefined } });
