import { type Case, compliant, type Example } from "../../support/example";

function exempting(resource: string): Case {
    const exemptions = [{ resource, reason: "agreed until the move", expires: "2999-12-31" }];
    return { ...compliant(), config: { "flow-logs-retention": { exemptions } } };
}

export const example: Example = {
    about: "test-dev",
    wrong: () => exempting("old-logs"),
    right: () => ({ ...compliant(), config: { "flow-logs-retention": { minimumDays: 90 } } }),
};
