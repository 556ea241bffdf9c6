import assert from "node:assert/strict";

import { zoneAssociationAuthorized as policy } from "../../../../policy-pack/policies/sharing/zoneAssociationAuthorized";
import { judge, reasonsOf } from "../../support/judge";
import {
    authorization,
    awsProvider,
    providerOf,
    vpc,
    zone,
    zoneAssociation,
} from "../../support/resources";
import type { Inputs } from "../../support/resources/common";
import { Later, later, outputOf, type TestResource } from "../../support/testResource";

const HUB = providerOf("111111111111");
const SPOKE = providerOf("222222222222");
const CERTAIN = 'Vpc "spoke" of account 222222222222 and Zone "zone" of account 111111111111';
const PROBABLE =
    'Vpc "spoke" and Zone "zone", which are made with different credentials, so probably in two accounts,';
const UNAUTHORIZED =
    "but nothing authorises it; add an aws.route53.VpcAssociationAuthorization for the two with the zone's provider";

/** Who makes the parts of a stack with a zone in a hub and a VPC in a spoke. */
interface Makers {
    hub?: TestResource;
    spoke?: TestResource;
    /** Defaults to `spoke`. */
    association?: TestResource;
}

function parts({ hub = HUB, spoke = SPOKE, association = spoke }: Makers = {}) {
    const own = { ...vpc({}, { name: "hub" }), provider: hub };
    const other = { ...vpc({}, { name: "spoke" }), provider: spoke };
    const hosted = zone({ vpcs: [{ vpcId: outputOf(own) }] }, { provider: hub });
    const both = { zoneId: outputOf(hosted, "zoneId"), vpcId: outputOf(other) };
    return {
        own,
        other,
        hosted,
        both,
        hub,
        association: zoneAssociation(both, { provider: association }),
    };
}

function unauthorized(makers: Makers = {}): TestResource[] {
    const { own, other, hosted, association } = parts(makers);
    return [own, other, hosted, association];
}

/** The same with an authorisation, whose inputs may be others. */
function authorized(makers: Makers = {}, inputs: Inputs = {}): TestResource[] {
    const { own, other, hosted, association, both, hub } = parts(makers);
    const given = authorization({ ...both, ...inputs }, { provider: hub });
    return [own, other, hosted, given, association];
}

describe("zoneAssociationAuthorized", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`rejects an authorisation by another account than the zone's (${phase})`, async () => {
            const [own, other, hosted, given, association] = authorized();
            assert.ok(own && other && hosted && given && association);
            const strange = [own, other, hosted, { ...given, provider: SPOKE }, association];
            assert.deepEqual(await judge(policy, strange, { phase }), [
                [
                    "mandatory",
                    "authorization",
                    'VpcAssociationAuthorization "authorization": zoneId: is Zone "zone" of account 111111111111, but this is ' +
                        "made with the credentials of account 222222222222; only the account of the zone can authorise a " +
                        "VPC, so give it that account's provider",
                ],
            ]);
        });

        it(`rejects an association across accounts that nothing authorises (${phase})`, async () => {
            assert.deepEqual(await judge(policy, unauthorized(), { phase }), [
                [
                    "mandatory",
                    "association",
                    `ZoneAssociation "association": brings together ${CERTAIN} ${UNAUTHORIZED}`,
                ],
            ]);
        });

        it(`accepts one that is authorised (${phase})`, async () => {
            assert.deepEqual(await judge(policy, authorized(), { phase }), []);
        });

        it(`accepts one that takes its IDs from the authorisation (${phase})`, async () => {
            const { own, other, hosted, both, hub } = parts();
            const given = authorization(both, { provider: hub });
            const association = zoneAssociation(
                {
                    zoneId: new Later(hosted.computed.zoneId, [given]),
                    vpcId: new Later(other.computed.id, [given]),
                },
                { provider: SPOKE },
            );
            const resources = [own, other, hosted, given, association];
            assert.deepEqual(await judge(policy, resources, { phase }), []);
        });
    }

    it("does not accept the authorisation of another VPC or zone", async () => {
        const stranger = vpc({}, { name: "stranger" });
        const other = zone({}, { name: "other", provider: HUB });
        for (const inputs of [
            { vpcId: outputOf(stranger) },
            { zoneId: "Z0123" },
            { zoneId: outputOf(other, "zoneId") },
        ]) {
            const findings = await judge(policy, [stranger, other, ...authorized({}, inputs)]);
            assert.deepEqual(
                findings.map(([level, resource]) => [level, resource]),
                [["mandatory", "association"]],
            );
        }
    });

    it("accepts an association inside one account", async () => {
        assert.deepEqual(await judge(policy, unauthorized({ spoke: HUB })), []);
        const roles = [{ roleArn: "arn:aws:iam::111111111111:role/other" }];
        const sameAccount = awsProvider("other", { assumeRoles: JSON.stringify(roles) });
        assert.deepEqual(await judge(policy, unauthorized({ spoke: sameAccount })), []);
        const region = awsProvider("region", { region: "eu-west-1" });
        assert.deepEqual(
            await judge(policy, unauthorized({ hub: awsProvider("plain"), spoke: region })),
            [],
        );
    });

    it("only advises where nothing but the credentials tells the accounts apart", async () => {
        const hub = awsProvider("hub", { profile: "hub" });
        assert.deepEqual(await judge(policy, unauthorized({ hub })), [
            [
                "advisory",
                "association",
                `ZoneAssociation "association": brings together ${PROBABLE} ${UNAUTHORIZED}`,
            ],
        ]);
        assert.deepEqual(await judge(policy, authorized({ hub })), []);
    });

    it("reads accounts from allowedAccountIds, and from a VPC that exists", async () => {
        const hub = awsProvider("hub", { allowedAccountIds: JSON.stringify(["111111111111"]) });
        assert.equal((await judge(policy, unauthorized({ hub })))[0]?.[0], "mandatory");
        const resources = unauthorized({ spoke: awsProvider("spoke", { profile: "spoke" }) });
        Object.assign(resources[1]?.computed ?? {}, { ownerId: "222222222222" });
        assert.deepEqual(
            (await judge(policy, resources, { phase: "update" })).map(([level]) => level),
            ["mandatory"],
        );
    });

    it("rejects an association that the account of the zone makes", async () => {
        assert.deepEqual(await judge(policy, authorized({ association: HUB })), [
            [
                "mandatory",
                "association",
                `ZoneAssociation "association": brings together ${CERTAIN} with the credentials of account 111111111111; ` +
                    "only the account of the VPC can associate it, so give it that account's provider",
            ],
        ]);
    });

    it("rejects a zone that names the VPC of another account", async () => {
        const { other, hosted } = parts();
        hosted.inputs.vpcs = [{ vpcId: outputOf(other) }];
        assert.deepEqual(await judge(policy, [other, hosted]), [
            [
                "mandatory",
                "zone",
                `Zone "zone": vpcs: brings together ${CERTAIN} but a zone can name VPCs of its own account only; authorise ` +
                    "the VPC with an aws.route53.VpcAssociationAuthorization and associate it with an " +
                    "aws.route53.ZoneAssociation of its own account",
            ],
        ]);
    });

    it("takes a VPC from elsewhere for that of whoever associates it", async () => {
        const { own, hosted } = parts();
        const inputs = { zoneId: outputOf(hosted, "zoneId"), vpcId: "vpc-0123" };
        const byHub = zoneAssociation(inputs, { provider: HUB });
        assert.deepEqual(await judge(policy, [own, hosted, byHub]), []);
        const bySpoke = zoneAssociation(inputs, { provider: SPOKE });
        const given = authorization(inputs, { provider: HUB });
        assert.equal((await judge(policy, [own, hosted, bySpoke])).length, 1);
        assert.deepEqual(await judge(policy, [own, hosted, bySpoke, given]), []);
    });

    it("does not apply to zones of other stacks, and leaves other zones alone", async () => {
        const { other } = parts();
        const association = zoneAssociation(
            { zoneId: "Z0123", vpcId: outputOf(other) },
            { provider: SPOKE },
        );
        assert.deepEqual(await reasonsOf(policy, [other, association]), [
            'ZoneAssociation "association" associates Z0123, which is not in this stack, so its account is not known',
        ]);
        const resources = unauthorized();
        Object.assign(resources[2]?.inputs ?? {}, { name: "internal.example.com" });
        assert.deepEqual(await judge(policy, resources), []);
    });

    it("does not guess at an unknown authorisation, zone name or provider", async () => {
        const unsure = "can't be known during preview";
        assert.deepEqual(await judge(policy, authorized({}, { vpcId: later("vpc-0123") })), [
            [
                "advisory",
                "authorization",
                `VpcAssociationAuthorization "authorization": not judged yet: string value at .vpcId ${unsure}`,
            ],
        ]);
        const nameless = unauthorized();
        Object.assign(nameless[2]?.inputs ?? {}, { name: later("eks") });
        assert.deepEqual(await judge(policy, nameless), [
            ["advisory", "zone", `Zone "zone": not judged yet: string value at .name ${unsure}`],
        ]);
        const hub = awsProvider("hub", { profile: later("hub") });
        const spoke = awsProvider("spoke", { profile: later("spoke") });
        assert.deepEqual(
            (await judge(policy, unauthorized({ hub, spoke }))).map(([level]) => level),
            ["advisory"],
        );
        assert.deepEqual(await judge(policy, unauthorized({ hub, spoke: hub })), []);
    });

    it("ends in findings or silence for malformed providers", async () => {
        for (const assumeRoles of ["{", "null", "[1]", JSON.stringify([{ roleArn: 5 }]), 7]) {
            const spoke = awsProvider("odd", { assumeRoles, allowedAccountIds: "x" });
            const findings = await judge(policy, unauthorized({ spoke }));
            assert.deepEqual(
                findings.map(([, resource]) => resource),
                ["association"],
            );
        }
    });
});
