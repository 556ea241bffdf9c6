import { spoilt } from "../../support/example";

export const example = spoilt("log", { log: { trafficType: "REJECT" } });
