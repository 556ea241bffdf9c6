import { spoilt } from "../../support/example";

export const example = spoilt("flow-logs", { logGroup: { kmsKeyId: undefined } });
