import assert from "node:assert/strict";

import { privateDnsUnique } from "../../../../policy-pack/policies/dns/privateDnsUnique";
import { zoneAssociationPossible as policy } from "../../../../policy-pack/policies/sharing/zoneAssociationPossible";
import { judge } from "../../support/judge";
import {
    authorization,
    awsProvider,
    carriedBy,
    profile,
    profileAssociation,
    REGION,
    vpc,
    zone,
    zoneAssociation,
} from "../../support/resources";
import { Later, later, outputOf, type TestResource } from "../../support/testResource";

const HOST = `eks-auth.${REGION}.api.aws`;

/** A zone with a VPC of its own, and a VPC of a region that is brought to it. */
function hub({ zoneInputs = {}, vpcIn = REGION } = {}): {
    all: TestResource[];
    hosted: TestResource;
    pair: { zoneId: Later; vpcId: Later };
} {
    const own = vpc({}, { name: "own" });
    const other = vpc({ region: vpcIn }, { name: "other" });
    const hosted = zone({ name: HOST, vpcs: [{ vpcId: outputOf(own) }], ...zoneInputs });
    const pair = { zoneId: outputOf(hosted, "zoneId"), vpcId: outputOf(other) };
    return { all: [own, other, hosted], hosted, pair };
}

const PROVIDER = awsProvider("here", { region: REGION });

describe("zoneAssociationPossible", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`accepts associations with a private zone (${phase})`, async () => {
            const { all, pair } = hub();
            const stack = [...all, zoneAssociation(pair), authorization(pair)];
            assert.deepEqual(await judge(policy, stack, { phase }), []);
        });

        for (const vpcs of [undefined, []]) {
            it(`rejects associations with a zone of ${JSON.stringify(vpcs)} VPCs, which is public (${phase})`, async () => {
                const { all, pair } = hub({ zoneInputs: { vpcs } });
                const said = (word: string): string =>
                    `Zone "zone": vpcs: names no VPC, so the zone is public for good and AWS refuses ${word}; name a VPC of ` +
                    'the zone\'s account here, with ignoreChanges: ["vpcs"] for those that are associated later';
                for (const [association, word] of [
                    [zoneAssociation(pair), 'ZoneAssociation "association"'],
                    [authorization(pair), 'VpcAssociationAuthorization "authorization"'],
                ] as const) {
                    const findings = await judge(policy, [...all, association], { phase });
                    assert.deepEqual(findings, [["mandatory", "zone", said(word)]]);
                }
            });
        }
    }

    it("accepts a public zone that nothing is associated with", async () => {
        assert.deepEqual(await judge(policy, hub({ zoneInputs: { vpcs: undefined } }).all), []);
    });

    it("accepts a zone whose VPCs preview does not know", async () => {
        const { all, pair } = hub({ zoneInputs: { vpcs: later([{ vpcId: "vpc-1" }]) } });
        assert.deepEqual(await judge(policy, [...all, zoneAssociation(pair)]), []);
    });

    it("accepts a zone that has VPCs although the program leaves them out", async () => {
        const { all, hosted, pair } = hub({ zoneInputs: { vpcs: undefined } });
        hosted.computed.vpcs = [{ vpcId: "vpc-1" }];
        const stack = [...all, zoneAssociation(pair)];
        assert.deepEqual(await judge(policy, stack, { phase: "update" }), []);
    });

    it("rejects an association across regions without vpcRegion", async () => {
        const { all, pair } = hub({ vpcIn: "eu-west-1" });
        const stack = (inputs: object): TestResource[] => [
            ...all,
            zoneAssociation({ ...pair, ...inputs }, { provider: PROVIDER }),
        ];
        const where =
            'Vpc "other" is in eu-west-1, where AWS then does not look; set it to "eu-west-1"';
        assert.deepEqual(await judge(policy, stack({})), [
            [
                "mandatory",
                "association",
                `ZoneAssociation "association": vpcRegion: is left out, so the provider takes its own, ${REGION}, but ${where}`,
            ],
        ]);
        assert.deepEqual(await judge(policy, stack({ vpcRegion: "us-east-1" })), [
            [
                "mandatory",
                "association",
                `ZoneAssociation "association": vpcRegion: is "us-east-1", but ${where}`,
            ],
        ]);
        assert.deepEqual(await judge(policy, stack({ vpcRegion: "eu-west-1" })), []);
    });

    it("rejects a zone's own VPC of another region without vpcRegion", async () => {
        const { all, hosted, pair } = hub({ vpcIn: "eu-west-1" });
        hosted.provider = PROVIDER;
        hosted.inputs.vpcs = [{ vpcId: pair.vpcId }];
        assert.deepEqual(
            (await judge(policy, all)).map(([level, resource]) => [level, resource]),
            [["mandatory", "zone"]],
        );
        hosted.inputs.vpcs = [{ vpcId: pair.vpcId, vpcRegion: "eu-west-1" }];
        assert.deepEqual(await judge(policy, all), []);
    });

    it("rejects an ARN where AWS takes the ID of a profile or a VPC", async () => {
        const arn = (what: string): string =>
            `arn:aws:route53profiles:${REGION}:111122223333:${what}`;
        const association = profileAssociation({
            profileId: arn("profile/rp-1"),
            resourceId: `arn:aws:ec2:${REGION}:111122223333:vpc/vpc-1`,
        });
        assert.deepEqual(await judge(policy, [association]), [
            [
                "mandatory",
                "joined",
                `ProfilesAssociation "joined": profileId: is the ARN "${arn("profile/rp-1")}", and AWS finds nothing by it; ` +
                    'give the ID, "rp-1"',
            ],
            [
                "mandatory",
                "joined",
                `ProfilesAssociation "joined": resourceId: is the ARN "arn:aws:ec2:${REGION}:111122223333:vpc/vpc-1", and AWS ` +
                    'finds nothing by it; give the ID, "vpc-1"',
            ],
        ]);
    });

    it("accepts profiles and VPCs by ID", async () => {
        const { all, hosted, pair } = hub();
        const own = profile();
        const association = profileAssociation({
            profileId: outputOf(own),
            resourceId: pair.vpcId,
        });
        const stack = [...all, own, carriedBy(own, hosted), association];
        assert.deepEqual(await judge(policy, stack, { phase: "update" }), []);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`rejects a second profile of one VPC, unless one has a priority of its own (${phase})`, async () => {
            const hubVpc = vpc();
            const associate = (name: string, priority?: number): TestResource[] => {
                const own = profile({ name });
                const ids = { profileId: outputOf(own), resourceId: outputOf(hubVpc) };
                return [own, profileAssociation({ ...ids, priority }, { name: `${name}-hub` })];
            };
            const both = [hubVpc, ...associate("first"), ...associate("second")];
            assert.deepEqual(await judge(policy, both, { phase }), [
                [
                    "mandatory",
                    "second-hub",
                    'ProfilesAssociation "second-hub": resourceId: is Vpc "vpc", which ProfilesAssociation "first-hub" gives a ' +
                        "profile already, and AWS refuses a second one at the same priority; put what both carry into one " +
                        "profile, and associate that once",
                ],
            ]);
            const apart = [hubVpc, ...associate("first"), ...associate("second", 200)];
            assert.deepEqual(await judge(policy, apart, { phase }), []);
        });
    }

    it("accepts profiles of two VPCs", async () => {
        const places = ["one", "two"].map((name) => vpc({}, { name }));
        const own = profile();
        const associations = places.map((place) =>
            profileAssociation(
                { profileId: outputOf(own), resourceId: outputOf(place) },
                { name: `joined-${place.name}` },
            ),
        );
        assert.deepEqual(await judge(policy, [own, ...places, ...associations]), []);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`rejects an association of a VPC that the zone names itself (${phase})`, async () => {
            const { all, pair } = hub();
            const [own] = all;
            assert.ok(own);
            const again = zoneAssociation({ ...pair, vpcId: outputOf(own) });
            const stack = [...all, again, authorization({ ...again.inputs })];
            assert.deepEqual(await judge(policy, stack, { phase }), [
                [
                    "mandatory",
                    "association",
                    'ZoneAssociation "association": vpcId: is Vpc "own", which Zone "zone" names in vpcs already, and AWS ' +
                        "refuses it a second time; remove this association",
                ],
            ]);
        });

        it(`rejects a second association of a VPC with a zone (${phase})`, async () => {
            const { all, pair } = hub();
            const stack = [...all, zoneAssociation(pair), zoneAssociation(pair, { name: "again" })];
            assert.deepEqual(await judge(policy, stack, { phase }), [
                [
                    "mandatory",
                    "again",
                    'ZoneAssociation "again": vpcId: is Vpc "other", which Zone "zone" gets by ZoneAssociation "association" ' +
                        "already, and AWS refuses it a second time; remove one of the two associations",
                ],
            ]);
        });

        it(`rejects a zone that is put into a profile twice (${phase})`, async () => {
            const { all, hosted } = hub();
            const own = profile();
            const entries = [carriedBy(own, hosted), carriedBy(own, hosted, { name: "again" })];
            assert.deepEqual(await judge(policy, [...all, own, ...entries], { phase }), [
                [
                    "mandatory",
                    "again",
                    'ProfilesResourceAssociation "again": resourceArn: is Zone "zone", which ProfilesResourceAssociation ' +
                        '"profile-zone" puts into ProfilesProfile "profile" already, and AWS refuses it a second time; ' +
                        "remove one of the two associations",
                ],
            ]);
        });

        it(`rejects two zones of one name in one profile (${phase})`, async () => {
            const { all, hosted } = hub();
            const twin = zone({ ...hosted.inputs, name: `${HOST}.` }, { name: "twin" });
            const [one, two] = ["one", "two"].map((name) => profile({ name }));
            assert.ok(one && two);
            const stack = [...all, twin, one, two, carriedBy(one, hosted)];
            assert.deepEqual(await judge(policy, [...stack, carriedBy(one, twin)], { phase }), [
                [
                    "mandatory",
                    "one-twin",
                    'ProfilesResourceAssociation "one-twin": resourceArn: is Zone "twin", but ProfilesResourceAssociation ' +
                        `"one-zone" puts another zone for ${HOST} into ProfilesProfile "one", and AWS takes one zone of a ` +
                        "name in a profile; keep one of the zones there",
                ],
            ]);
            const apart = [...stack, carriedBy(two, twin)];
            assert.deepEqual(await judge(policy, apart, { phase }), []);
        });
    }

    it("leaves two zones of EKS to private-dns-unique where VPCs have the profile", async () => {
        const { all, hosted, pair } = hub();
        const twin = zone(hosted.inputs, { name: "twin" });
        const own = profile();
        const joined = profileAssociation({ profileId: outputOf(own), resourceId: pair.vpcId });
        const stack = [...all, twin, own, carriedBy(own, hosted), carriedBy(own, twin), joined];
        assert.deepEqual(await judge(policy, stack), []);
        const said = await judge(privateDnsUnique, stack);
        assert.ok(said.length > 0);
    });

    it("does not guess which of several VPCs or zones an association takes", async () => {
        const { all, hosted, pair } = hub();
        const [own] = all;
        assert.ok(own);
        const either = new Later("vpc-1", [own, ...pair.vpcId.sources]);
        const ofEither = zoneAssociation({ ...pair, vpcId: either });
        assert.deepEqual(await judge(policy, [...all, ofEither]), []);
        hosted.inputs.vpcs = [{ vpcId: either }];
        assert.deepEqual(await judge(policy, [...all, zoneAssociation(pair)]), []);
    });
});
