import { spoilt } from "../../support/example";

export const example = spoilt("eks", { endpoint: { region: "eu-west-1" } });
