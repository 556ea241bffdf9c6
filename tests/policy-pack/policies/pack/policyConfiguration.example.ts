import { compliant, type Example } from "../../support/example";

export const example: Example = {
    about: "test-dev",
    wrong: () => ({ ...compliant(), config: { "flow-logs-retention": { minimumDay: 30 } } }),
    right: () => ({ ...compliant(), config: { "flow-logs-retention": { minimumDays: 30 } } }),
};
