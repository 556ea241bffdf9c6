import { spoilt } from "../../support/example";

export const example = spoilt("vpc", { vpc: { enableDnsHostnames: undefined } });
