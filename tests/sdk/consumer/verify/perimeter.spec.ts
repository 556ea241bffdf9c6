import assert from "node:assert/strict";

import type { Joining } from "../../../../sdk/consumer/verify/joining";
import { checkPerimeter } from "../../../../sdk/consumer/verify/perimeter";
import { joining } from "../../../support/joining";
import { sorted } from "../../../support/problems";

const judge = sorted(checkPerimeter);

const NONE = { problems: [], warnings: [] };
const own = { kind: "found", found: "o-a1b2c3d4e5" } as const;
const other = { kind: "found", found: "o-ffffffffff" } as const;
const PATH = "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*";

function findingsFor(
    perimeter: Partial<Joining["connection"]["perimeter"]>,
    organization?: Joining["organization"],
) {
    const nobody = { organizationIds: [], organizationPaths: [], accountIds: [] };
    return judge(joining({ organization }, { perimeter: { ...nobody, ...perimeter } }));
}

describe("checkPerimeter", () => {
    it("finds none for an account, or an organisation, that the policies name", () => {
        assert.deepEqual(findingsFor({ accountIds: ["222233334444"] }), NONE);
        assert.deepEqual(findingsFor({ organizationIds: ["o-a1b2c3d4e5"] }, own), NONE);
    });

    it("prints the list for the hub's policy, for an account that is not in it", () => {
        assert.deepEqual(findingsFor({ accountIds: ["111122223333"] }).problems, [
            {
                path: "connection.perimeter",
                reason:
                    "the endpoint policies do not let account 222233334444 through, only 111122223333; in " +
                    "endpointPolicy of the EksEndpointSet in stack acme/network/hub write " +
                    'accountIds: ["111122223333", "222233334444"]',
            },
        ]);
    });

    it("offers the organisation as well, where it is known to be another one", () => {
        const found = findingsFor({ organizationIds: ["o-a1b2c3d4e5"] }, other);
        assert.deepEqual(found.problems, [
            {
                path: "connection.perimeter",
                reason:
                    "the endpoint policies do not let account 222233334444 of organisation o-ffffffffff through, only " +
                    "o-a1b2c3d4e5; in endpointPolicy of the EksEndpointSet in stack acme/network/hub write " +
                    'accountIds: ["222233334444"], or organizationIds: ["o-a1b2c3d4e5", "o-ffffffffff"]',
            },
        ]);
    });

    it("only warns of a path of its own organisation, and refuses one of another", () => {
        assert.deepEqual(findingsFor({ organizationPaths: [PATH] }, own), {
            problems: [],
            warnings: [
                "connection.perimeter: could not be verified: only the management account of o-a1b2c3d4e5 can tell " +
                    `whether this account is in ${PATH}; make sure that it is`,
            ],
        });
        assert.equal(findingsFor({ organizationPaths: [PATH] }, other).problems.length, 1);
    });

    it("only warns where AWS does not tell the organisation", () => {
        const unclear = { kind: "unclear", reason: "AccessDeniedException" } as const;
        const found = findingsFor({ organizationIds: ["o-a1b2c3d4e5"] }, unclear);
        assert.deepEqual(found.problems, []);
        assert.match(
            found.warnings[0] ?? "",
            /^connection\.perimeter: could not be verified: Access/,
        );
        assert.deepEqual(findingsFor({ organizationIds: ["o-a1b2c3d4e5"] }), NONE);
    });

    it("only warns of whole documents, which nobody has read", () => {
        assert.deepEqual(findingsFor({}), {
            problems: [],
            warnings: [
                "connection.perimeter: is not known: the endpoints of stack acme/network/hub have whole documents as " +
                    "policies; make sure that policyDocuments of the EksEndpointSet there let account 222233334444 through",
            ],
        });
    });
});
