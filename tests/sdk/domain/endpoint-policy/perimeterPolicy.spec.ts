import assert from "node:assert/strict";

import fc from "fast-check";

import {
    buildPerimeterPolicy,
    checkPerimeter,
    checkPerimeterGaps,
    checkPolicy,
    parsePolicy,
    type Perimeter,
    renderPolicy,
} from "../../../../sdk/domain/endpoint-policy";
import type { EksService } from "../../../../sdk/domain/services";

const ORGANIZATION = "o-a1b2c3d4e5";
const ACCOUNT = "111122223333";

function perimeter(changes: Partial<Perimeter>): Perimeter {
    return { organizationIds: [], organizationPaths: [], accountIds: [], ...changes };
}

describe("buildPerimeterPolicy", () => {
    it("bounds principals and resources by the organisation", () => {
        const policy = buildPerimeterPolicy("eks", perimeter({ organizationIds: [ORGANIZATION] }));
        assert.deepEqual(policy, {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "FromOrganizationsToOrganizations",
                    Effect: "Allow",
                    Principal: "*",
                    Action: ["eks:*"],
                    Resource: ["*"],
                    Condition: {
                        StringEquals: {
                            "aws:PrincipalOrgID": [ORGANIZATION],
                            "aws:ResourceOrgID": [ORGANIZATION],
                        },
                    },
                },
            ],
        });
    });

    it("has a statement for each kind of principal and kind of resource", () => {
        const policy = buildPerimeterPolicy(
            "eks",
            perimeter({ organizationPaths: [`${ORGANIZATION}/r-ab12/*`], accountIds: [ACCOUNT] }),
        );
        assert.deepEqual(
            policy.Statement.map(({ Sid, Condition }) => [Sid, Condition]),
            [
                [
                    "FromOrganizationPathsToOrganizationPaths",
                    {
                        "ForAnyValue:StringLike": {
                            "aws:PrincipalOrgPaths": [`${ORGANIZATION}/r-ab12/*`],
                            "aws:ResourceOrgPaths": [`${ORGANIZATION}/r-ab12/*`],
                        },
                    },
                ],
                [
                    "FromOrganizationPathsToAccounts",
                    {
                        "ForAnyValue:StringLike": {
                            "aws:PrincipalOrgPaths": [`${ORGANIZATION}/r-ab12/*`],
                        },
                        StringEquals: { "aws:ResourceAccount": [ACCOUNT] },
                    },
                ],
                [
                    "FromAccountsToOrganizationPaths",
                    {
                        StringEquals: { "aws:PrincipalAccount": [ACCOUNT] },
                        "ForAnyValue:StringLike": {
                            "aws:ResourceOrgPaths": [`${ORGANIZATION}/r-ab12/*`],
                        },
                    },
                ],
                [
                    "FromAccountsToAccounts",
                    {
                        StringEquals: {
                            "aws:PrincipalAccount": [ACCOUNT],
                            "aws:ResourceAccount": [ACCOUNT],
                        },
                    },
                ],
            ],
        );
    });

    const defaults: [EksService, string][] = [
        ["eks", "eks:*"],
        ["eks-fips", "eks:*"],
        ["eks-auth", "eks-auth:AssumeRoleForPodIdentity"],
        ["eks-proxy", "*"],
    ];
    for (const [service, action] of defaults) {
        it(`allows ${action} for ${service} unless told otherwise`, () => {
            const { Statement } = buildPerimeterPolicy(
                service,
                perimeter({ accountIds: [ACCOUNT] }),
            );
            assert.deepEqual(Statement[0]?.Action, [action]);
        });
    }

    it("allows the given actions instead, sorted and once each", () => {
        const actions = ["eks:List*", "eks:DescribeCluster", "eks:List*"];
        const { Statement } = buildPerimeterPolicy(
            "eks",
            perimeter({ accountIds: [ACCOUNT] }),
            actions,
        );
        assert.deepEqual(Statement[0]?.Action, ["eks:DescribeCluster", "eks:List*"]);
    });

    it("allows nothing for an empty perimeter", () => {
        assert.deepEqual(buildPerimeterPolicy("eks", perimeter({})).Statement, []);
    });

    it("throws for the service that takes no policy", () => {
        assert.throws(
            () => buildPerimeterPolicy("oidc-eks", perimeter({ accountIds: [ACCOUNT] })),
            {
                message: "oidc-eks takes no endpoint policy; leave the policy out",
            },
        );
    });

    const identifier = (length: number) =>
        fc.array(fc.constantFrom("a", "b", "z", "0", "1", "9"), {
            minLength: length,
            maxLength: length,
        });
    const organizations = identifier(10).map((letters) => `o-${letters.join("")}`);
    const paths = fc
        .tuple(organizations, identifier(4), identifier(8), fc.constantFrom("", "*"))
        .map(([id, root, unit, end]) => {
            const name = root.join("");
            return `${id}/r-${name}/ou-${name}-${unit.join("")}/${end}`;
        });
    const accounts = fc.integer({ min: 1e11, max: 1e12 - 1 }).map(String);
    const perimeters = fc
        .record({
            organizationIds: fc.uniqueArray(organizations, { maxLength: 3 }),
            organizationPaths: fc.uniqueArray(paths, { maxLength: 3 }),
            accountIds: fc.uniqueArray(accounts, { maxLength: 3 }),
        })
        .filter((each) => checkPerimeter(each).length === 0);
    const services = fc.constantFrom<EksService>("eks", "eks-fips", "eks-auth", "eks-proxy");

    it("gives a policy without problems and gaps that reads back as it was written", () => {
        fc.assert(
            fc.property(services, perimeters, (service, each) => {
                const policy = buildPerimeterPolicy(service, each);
                const text = renderPolicy(policy);
                assert.deepEqual(checkPolicy(text, service), []);
                assert.equal(renderPolicy(parsePolicy(text).document ?? policy), text);
                assert.deepEqual(parsePolicy(text).problems, []);
                assert.deepEqual(checkPerimeterGaps(policy), []);
                assert.deepEqual(checkPerimeterGaps(policy, each, service), []);
            }),
        );
    });

    it("gives the same text whatever the order of the perimeter", () => {
        fc.assert(
            fc.property(services, perimeters, (service, each) => {
                const reversed = {
                    organizationIds: [...each.organizationIds].reverse(),
                    organizationPaths: [...each.organizationPaths].reverse(),
                    accountIds: [...each.accountIds].reverse(),
                };
                assert.equal(
                    renderPolicy(buildPerimeterPolicy(service, reversed)),
                    renderPolicy(buildPerimeterPolicy(service, each)),
                );
            }),
        );
    });
});

describe("checkPerimeter", () => {
    it("accepts each kind of identifier", () => {
        const each = perimeter({
            organizationIds: [ORGANIZATION, `o-${"z".repeat(32)}`],
            organizationPaths: [
                `${ORGANIZATION}/*`,
                `${ORGANIZATION}/r-ab12/`,
                `${ORGANIZATION}/r-ab12/ou-ab12-11111111/ou-ab12-22222222/*`,
            ],
            accountIds: [ACCOUNT, "000000000000"],
        });
        assert.deepEqual(checkPerimeter(each), []);
    });

    it("refuses a perimeter that names nobody", () => {
        assert.deepEqual(checkPerimeter(perimeter({})), [
            {
                path: "",
                reason:
                    "names nobody, so nobody could use the endpoint; " +
                    "give at least one of organizationIds, organizationPaths, accountIds",
            },
        ]);
    });

    const malformed: { list: keyof Perimeter; values: string[]; form: string }[] = [
        {
            list: "organizationIds",
            values: ["", "o-short", "o-A1B2C3D4E5", "r-a1b2c3d4e5", `${ORGANIZATION}*`],
            form: "an organisation ID: o- and 10 to 32 lower-case letters or digits",
        },
        {
            list: "organizationPaths",
            values: [
                ORGANIZATION,
                `${ORGANIZATION}/r-ab12`,
                `${ORGANIZATION}/ou-ab12-11111111/*`,
                "*",
            ],
            form: "an organisation path: o-…/r-…/ou-…/ with a closing / for one unit, or /* for all that is in it",
        },
        {
            list: "accountIds",
            values: ["", "11112222333", "1111222233334", "1111-2222-3333", "*"],
            form: "an account ID: twelve digits",
        },
    ];
    for (const { list, values, form } of malformed) {
        for (const value of values) {
            it(`refuses "${value}" in ${list}`, () => {
                assert.deepEqual(checkPerimeter(perimeter({ [list]: [value] })), [
                    { path: `${list}[0]`, reason: `"${value}" is not ${form}` },
                ]);
            });
        }
    }

    it("finds duplicates", () => {
        assert.deepEqual(checkPerimeter(perimeter({ accountIds: [ACCOUNT, ACCOUNT] })), [
            {
                path: "accountIds[1]",
                reason: `"${ACCOUNT}" is already in accountIds[0]; remove one`,
            },
        ]);
    });
});
