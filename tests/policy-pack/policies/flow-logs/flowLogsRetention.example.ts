import { spoilt } from "../../support/example";

export const example = spoilt("flow-logs", { logGroup: { retentionInDays: 30 } });
