import assert from "node:assert/strict";

import type { Joining } from "../../../../sdk/consumer/verify/joining";
import { checkProfileAccess } from "../../../../sdk/consumer/verify/profileAccess";
import type { EksEndpointConnection } from "../../../../sdk/index";
import { joining } from "../../../support/joining";
import { sorted } from "../../../support/problems";

const judge = sorted(checkProfileAccess);

const ORGANIZATION = "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5";
const UNIT = "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-11111111";
const NONE = { problems: [], warnings: [] };

function findingsFor(
    ofConnection: Partial<EksEndpointConnection>,
    organization?: Joining["organization"],
) {
    const args = { services: [], method: "profile" as const };
    return judge(joining({ args, organization }, { profileId: "rp-1", ...ofConnection }));
}

const own = { kind: "found", found: "o-a1b2c3d4e5" } as const;
const other = { kind: "found", found: "o-ffffffffff" } as const;

describe("checkProfileAccess", () => {
    it("says where a profile comes from, if the hub has none", () => {
        assert.deepEqual(findingsFor({ profileId: undefined }).problems, [
            {
                path: "method",
                reason:
                    '"profile" was given, and stack acme/network/hub has no Route 53 Profile; write method: "profile" ' +
                    "in the EksEndpointShare there and run pulumi up, or leave method out here",
            },
        ]);
    });

    it("lets in the account itself, its organisation, and the hub's own account", () => {
        assert.deepEqual(findingsFor({ principals: ["222233334444"] }), NONE);
        assert.deepEqual(findingsFor({ principals: [ORGANIZATION] }, own), NONE);
        assert.deepEqual(findingsFor({ principals: [], accountId: "222233334444" }), NONE);
        assert.deepEqual(findingsFor({ principals: undefined }), NONE);
    });

    it("keeps out an account of another organisation, and says what to add where", () => {
        assert.deepEqual(findingsFor({ principals: [ORGANIZATION, UNIT] }, other).problems, [
            {
                path: "connection.principals",
                reason:
                    `account 222233334444 of organisation o-ffffffffff is not among them (${ORGANIZATION}, ${UNIT}); ` +
                    'add "222233334444" to principals of the EksEndpointShare in stack acme/network/hub, and run ' +
                    "pulumi up there first",
            },
        ]);
    });

    it("keeps out an account that is in no organisation, or not named among others", () => {
        const absent = { kind: "absent", reason: "AWSOrganizationsNotInUseException" } as const;
        const [alone] = findingsFor({ principals: [ORGANIZATION] }, absent).problems;
        assert.match(
            alone?.reason ?? "",
            /^account 222233334444, which is in no organisation, is not/,
        );
        const [unnamed] = findingsFor({ principals: ["333344445555"] }).problems;
        assert.match(
            unnamed?.reason ?? "",
            /^account 222233334444 is not among them \(333344445555\)/,
        );
    });

    it("only warns of an organisational unit, whose members the account cannot see", () => {
        assert.deepEqual(findingsFor({ principals: [UNIT] }, own), {
            problems: [],
            warnings: [
                "connection.principals: could not be verified: only the management account of o-a1b2c3d4e5 can tell " +
                    `whether this account is in ${UNIT}; make sure that it is`,
            ],
        });
    });

    it("only warns where AWS does not tell the organisation", () => {
        const unclear = { kind: "unclear", reason: "AccessDeniedException" } as const;
        assert.deepEqual(findingsFor({ principals: [ORGANIZATION] }, unclear), {
            problems: [],
            warnings: [
                "connection.principals: could not be verified: AccessDeniedException; allow the deployer to describe " +
                    "it, or set verify: false to go without",
            ],
        });
    });

    it("says nothing of an organisation where AWS is not to be asked", () => {
        assert.deepEqual(findingsFor({ principals: [ORGANIZATION] }), NONE);
    });
});
