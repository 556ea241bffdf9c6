import assert from "node:assert/strict";

import { shareInsideOrganization as policy } from "../../../../policy-pack/policies/sharing/shareInsideOrganization";
import { judge, reasonsOf } from "../../support/judge";
import {
    carriedBy,
    network,
    profile,
    resourceShare,
    sharedThrough,
    sharePrincipal,
    stackOf,
    vpc,
    zone,
} from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

const EXTERNAL =
    'ResourceShare "share": allowExternalPrincipals: is on, so ProfilesProfile "profile" with EKS endpoints or their zones ' +
    "can be shared with accounts outside the organisation; set it to false";

const ORGANIZATION = "arn:aws:organizations::111122223333:organization/o-exampleorgid";
const UNIT = "arn:aws:organizations::111122223333:ou/o-exampleorgid/ou-ab12-cdefghij";

/** A stack that shares a profile with something in it. */
function sharing(
    share: { [key: string]: unknown },
    principal: unknown = ORGANIZATION,
    carried: TestResource | "endpoint" = "endpoint",
): TestResource[] {
    const stack = network({ endpoint: { privateDnsEnabled: false } });
    const own = profile();
    const ram = resourceShare(share);
    const what = carried === "endpoint" ? stack.endpoint : carried;
    return stackOf(
        stack,
        ...(carried === "endpoint" ? [] : [carried]),
        own,
        carriedBy(own, what),
        ram,
        sharedThrough({
            resourceArn: outputOf(own, "arn"),
            resourceShareArn: outputOf(ram, "arn"),
        }),
        sharePrincipal({ principal, resourceShareArn: outputOf(ram, "arn") }),
    );
}

function eksZone(name: unknown = "eks.eu-central-1.amazonaws.com"): TestResource {
    return zone({ name, vpcs: [{ vpcId: outputOf(vpc({}, { name: "hub" })) }] });
}

describe("shareInsideOrganization", () => {
    for (const share of [{ allowExternalPrincipals: false }, {}]) {
        it(`accepts ${JSON.stringify(share)}, which the provider sends as false`, async () => {
            assert.deepEqual(await judge(policy, sharing(share)), []);
        });
    }

    for (const phase of ["preview", "update"] as const) {
        it(`rejects external principals for a profile with an endpoint or a zone (${phase})`, async () => {
            const share = { allowExternalPrincipals: true };
            for (const carried of ["endpoint", eksZone()] as const) {
                assert.deepEqual(
                    await judge(policy, sharing(share, ORGANIZATION, carried), { phase }),
                    [["mandatory", "share", EXTERNAL]],
                );
            }
        });
    }

    it("leaves shares of other things alone", async () => {
        const other = eksZone("internal.example.com");
        assert.deepEqual(
            await judge(policy, sharing({ allowExternalPrincipals: true }, ORGANIZATION, other)),
            [],
        );
    });

    it("rejects an organisation that the configuration does not list", async () => {
        const allow = (...organizationIds: string[]): object => ({
            config: { [policy.name]: { organizationIds } },
        });
        for (const principal of [ORGANIZATION, UNIT]) {
            const resources = sharing({}, principal);
            assert.deepEqual(await judge(policy, resources, allow("o-exampleorgid")), []);
            assert.deepEqual(await judge(policy, resources, allow("o-first", "o-second")), [
                [
                    "mandatory",
                    "principal",
                    'PrincipalAssociation "principal": principal: gives organisation o-exampleorgid the ' +
                        'ProfilesProfile "profile" with EKS endpoints or their zones; allowed: o-first, o-second',
                ],
            ]);
        }
        // AWS itself keeps accounts of others out while external principals are off.
        assert.deepEqual(await judge(policy, sharing({}, "222222222222"), allow("o-first")), []);
    });

    it("does not apply to profiles and shares of other stacks", async () => {
        const arn = "arn:aws:route53profiles:eu-central-1:111122223333:profile/rp-0123";
        const shared = sharedThrough({ resourceArn: arn, resourceShareArn: "arn:aws:ram:x" });
        assert.deepEqual(await reasonsOf(policy, stackOf(network(), shared)), [
            `ResourceAssociation "shared" shares ${arn}, which is not in this stack`,
        ]);
        const resources = sharing({});
        const association = resources.find(({ name }) => name === "shared");
        Object.assign(association?.inputs ?? {}, { resourceShareArn: "arn:aws:ram:x" });
        assert.deepEqual(await reasonsOf(policy, resources), [
            'ResourceAssociation "shared" is part of arn:aws:ram:x, which is not in this stack',
        ]);
    });

    it("does not guess at unknown settings", async () => {
        const unsure = "can't be known during preview";
        assert.deepEqual(await judge(policy, sharing({ allowExternalPrincipals: later(true) })), [
            [
                "advisory",
                "share",
                `ResourceShare "share": not judged yet: string value at .allowExternalPrincipals ${unsure}`,
            ],
        ]);
        assert.deepEqual(await judge(policy, sharing({}, later(ORGANIZATION))), [
            [
                "advisory",
                "principal",
                `PrincipalAssociation "principal": not judged yet: string value at .principal ${unsure}`,
            ],
        ]);
    });

    it("says nothing about malformed settings", async () => {
        assert.deepEqual(await judge(policy, sharing({ allowExternalPrincipals: "yes" }, 5)), []);
    });
});
