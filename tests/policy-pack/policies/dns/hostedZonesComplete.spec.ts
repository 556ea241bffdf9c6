import assert from "node:assert/strict";

import { hostedZonesComplete as policy } from "../../../../policy-pack/policies/dns/hostedZonesComplete";
import { judge, reasonsOf } from "../../support/judge";
import {
    aliasRecord,
    authorization,
    carriedBy,
    dnsNameOf,
    EKS_HOSTS,
    endpoint,
    forwarding,
    ISSUER_HOSTS,
    type Network,
    network,
    profile,
    record,
    recordsExclusive,
    REGION,
    stackOf,
    vpc,
    zone,
    zoneAssociation,
    zonesFor,
} from "../../support/resources";
import { Later, later, outputOf, type TestResource } from "../../support/testResource";

const [IPV4_HOST = "", DUAL_STACK_HOST = ""] = EKS_HOSTS;
const [ISSUER = ""] = ISSUER_HOSTS;
const MISSED =
    ", so clients that use that name miss the endpoint; add the zone there, or list the name in zonesElsewhere";
const GAP = `VpcEndpoint "eks": has a hosted zone for ${IPV4_HOST} and none for ${DUAL_STACK_HOST}${MISSED}`;

function lacks(types: string, name = "zone-0", host = IPV4_HOST): string {
    return (
        `Zone "${name}": has no ${types} record for ${host} itself, so clients get no address of VpcEndpoint "eks"; ` +
        "add an aws.route53.Record with the zone's name and an alias of the endpoint's regional DNS name"
    );
}

/** A stack whose endpoint has private DNS off. */
function hub(inputs: { [key: string]: unknown } = {}): Network {
    return network({ endpoint: { privateDnsEnabled: false, ...inputs } });
}

/** The stack of a hub with its zones. */
function withZones(stack: Network, options: Parameters<typeof zonesFor>[2] = {}): TestResource[] {
    return stackOf(stack, ...zonesFor(stack.endpoint, stack.vpc, options));
}

function named(name: string, resources: TestResource[]): TestResource {
    const found = resources.find((resource) => resource.name === name);
    assert.ok(found, name);
    return found;
}

describe("hostedZonesComplete", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`accepts a zone with an alias record for every host name (${phase})`, async () => {
            assert.deepEqual(await judge(policy, withZones(hub()), { phase }), []);
        });
    }

    it("leaves endpoints alone that answer themselves or have no zones at all", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
        assert.deepEqual(await judge(policy, stackOf(hub())), []);
        const stack = hub();
        const own = profile();
        const half = zonesFor(stack.endpoint, stack.vpc, { hosts: [IPV4_HOST] });
        const resources = stackOf(stack, ...half, own, carriedBy(own, stack.endpoint));
        assert.deepEqual(await judge(policy, resources), []);
    });

    it("rejects zones for some of the host names only", async () => {
        const resources = withZones(hub(), { hosts: [IPV4_HOST] });
        assert.deepEqual(await judge(policy, resources), [["mandatory", "eks", GAP]]);
        const config = { [policy.name]: { zonesElsewhere: [`${DUAL_STACK_HOST}.`] } };
        assert.deepEqual(await judge(policy, resources, { config }), []);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`reads the records that a RecordsExclusive holds (${phase})`, async () => {
            const stack = hub();
            const [host, other] = zonesFor(stack.endpoint, stack.vpc).filter(({ type }) =>
                type.endsWith(":Zone"),
            );
            assert.ok(host && other);
            const right = [host, other].flatMap((each) => ({
                ...recordsExclusive(each, [aliasRecord(each, stack.endpoint)]),
                name: `records-${each.name}`,
            }));
            const resources = stackOf(stack, host, other);
            assert.deepEqual(await judge(policy, [...resources, ...right], { phase }), []);
            const issuer = { name: ISSUER, type: "A" };
            const stray = recordsExclusive(host, [
                aliasRecord(host, stack.endpoint),
                aliasRecord(host, stack.endpoint, issuer),
            ]);
            const said = await judge(policy, [...resources, stray, ...right.slice(1)], { phase });
            assert.deepEqual(said, [
                [
                    "mandatory",
                    "records",
                    `RecordsExclusive "records": resourceRecordSets[1].aliasTarget: lead ${ISSUER} to VpcEndpoint "eks", which is ` +
                        `no endpoint of oidc-eks in ${REGION}; take the regional DNS name of that service's endpoint`,
                ],
            ]);
        });
    }

    it("does not guess at a RecordsExclusive of unknown records", async () => {
        const stack = hub();
        const zones = zonesFor(stack.endpoint, stack.vpc).filter(({ name }) => name !== "zone-1-a");
        const last = recordsExclusive(named("zone-1", zones), []);
        last.inputs.resourceRecordSets = later([]);
        assert.deepEqual(await judge(policy, stackOf(stack, ...zones, last)), [
            [
                "advisory",
                "records",
                'RecordsExclusive "records": not judged yet: string value at .resourceRecordSets can\'t be known during preview',
            ],
        ]);
    });

    it("accepts a Resolver rule for the other host name", async () => {
        const resources = withZones(hub(), { hosts: [IPV4_HOST] });
        const rule = forwarding(DUAL_STACK_HOST);
        assert.deepEqual(await judge(policy, [...resources, ...rule]), []);
    });

    it("does not guess whether a record without a known name or zone has the missing name", async () => {
        const stack = hub();
        const resources = withZones(stack, { hosts: [IPV4_HOST] });
        const above = zone(
            { name: `${REGION}.api.aws`, vpcs: [{ vpcId: outputOf(stack.vpc) }] },
            { name: "above" },
        );
        const nameless = aliasRecord(above, stack.endpoint, { name: later("eks") });
        const unplaced = record({
            zoneId: later("Z1"),
            name: "eks",
            type: "A",
            records: ["10.9.0.1"],
        });
        for (const [unsure, path] of [
            [nameless, "name"],
            [unplaced, "zoneId"],
        ] as const) {
            assert.deepEqual(await judge(policy, [...resources, above, unsure]), [
                [
                    "advisory",
                    "record",
                    `Record "record": not judged yet: string value at .${path} can't be known during preview`,
                ],
            ]);
        }
        const unrelated = { ...unplaced, inputs: { ...unplaced.inputs, name: "www" } };
        assert.deepEqual(await judge(policy, [...resources, above, unrelated]), [
            ["mandatory", "eks", GAP],
        ]);
    });

    it("names a zone that is meant for the missing name", async () => {
        const stack = hub();
        const wrong = `api.aws.${REGION}.eks`;
        const misnamed = zone(
            { name: wrong, vpcs: [{ vpcId: outputOf(stack.vpc) }] },
            { name: "misnamed" },
        );
        const resources = withZones(stack, { hosts: [IPV4_HOST] });
        assert.deepEqual(await judge(policy, [...resources, misnamed]), [
            [
                "mandatory",
                "eks",
                GAP.replace(
                    "add the zone there",
                    `name Zone "misnamed" ${DUAL_STACK_HOST} instead of ${wrong}, which no client asks for`,
                ),
            ],
        ]);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`rejects a record above one of the host names where the other has nothing (${phase})`, async () => {
            const stack = hub();
            const vpcs = [{ vpcId: outputOf(stack.vpc) }];
            const [above, beside] = [`${REGION}.amazonaws.com`, `${REGION}.api.aws`].map(
                (name, i) => zone({ name, vpcs }, { name: `above-${i}` }),
            );
            assert.ok(above && beside);
            const own = aliasRecord(above, stack.endpoint, { name: "eks" });
            const resources = stackOf(stack, above, own);
            const gap = GAP.replace("a hosted zone for", "a record for");
            assert.deepEqual(await judge(policy, resources, { phase }), [
                ["mandatory", "eks", gap.replace("add the zone there", "add one")],
            ]);
            const other = aliasRecord(beside, stack.endpoint, { name: "eks" }, { name: "other" });
            assert.deepEqual(await judge(policy, [...resources, beside, other], { phase }), []);
        });
    }

    it("rejects a VPC that only some of the zones reach, or are authorised for", async () => {
        const stack = hub();
        const zones = zonesFor(stack.endpoint, stack.vpc);
        const spoke = vpc({}, { name: "spoke" });
        const toSpoke = (zoneName: string): { [key: string]: unknown } => ({
            zoneId: outputOf(named(zoneName, zones), "zoneId"),
            vpcId: outputOf(spoke),
        });
        for (const link of [zoneAssociation, authorization]) {
            const resources = stackOf(stack, ...zones, spoke, link(toSpoke("zone-0")));
            assert.deepEqual(await judge(policy, resources), [
                [
                    "mandatory",
                    "eks",
                    `VpcEndpoint "eks": has a hosted zone for ${IPV4_HOST} in Vpc "spoke", and none for ` +
                        `${DUAL_STACK_HOST} there${MISSED}`,
                ],
            ]);
            const other = authorization(toSpoke("zone-1"), { name: "other" });
            assert.deepEqual(await judge(policy, [...resources, other]), []);
        }
    });

    for (const [ipAddressType, types, missing] of [
        ["ipv4", [], "A"],
        ["dualstack", ["A"], "AAAA"],
        ["dualstack", ["AAAA"], "A"],
        ["dualstack", [], "A and no AAAA"],
        ["ipv6", ["A"], "AAAA"],
    ] as const) {
        it(`rejects a zone with ${types.join() || "no"} record for ${ipAddressType}`, async () => {
            const resources = withZones(hub({ ipAddressType }), { types: [...types] });
            assert.deepEqual(await judge(policy, resources), [
                ["mandatory", "zone-0", lacks(missing)],
                ["mandatory", "zone-1", lacks(missing, "zone-1", DUAL_STACK_HOST)],
            ]);
        });
    }

    it("asks for no AAAA record where the endpoint's own name has none", async () => {
        const stack = hub({
            ipAddressType: "dualstack",
            dnsOptions: { dnsRecordIpType: "ipv4" },
        });
        assert.deepEqual(await judge(policy, withZones(stack)), []);
    });

    it("counts a record with addresses, and one that names no more than the apex", async () => {
        for (const name of ["", `${IPV4_HOST.toUpperCase()}.`]) {
            const stack = hub();
            const zones = zonesFor(stack.endpoint, stack.vpc, { types: [] });
            const records = zones.map((own, i) =>
                record(
                    {
                        zoneId: outputOf(own, "zoneId"),
                        name: i === 0 ? name : DUAL_STACK_HOST,
                        type: "A",
                        records: [new Later("10.0.1.7", [stack.endpoint])],
                    },
                    { name: `addresses-${i}` },
                ),
            );
            assert.deepEqual(await judge(policy, stackOf(stack, ...zones, ...records)), []);
        }
    });

    it("does not count a record below the apex, or one that says nothing", async () => {
        const stack = hub();
        const zones = zonesFor(stack.endpoint, stack.vpc);
        const others = zones.filter(({ name }) => name !== "zone-0-a");
        const zoneId = outputOf(named("zone-0", zones), "zoneId");
        for (const inputs of [
            { name: "www", records: ["10.0.1.7"] },
            { name: IPV4_HOST, records: [] },
        ]) {
            const own = record({ zoneId, type: "A", ...inputs });
            assert.deepEqual(await judge(policy, stackOf(stack, ...others, own)), [
                ["mandatory", "zone-0", lacks("A")],
            ]);
        }
    });

    for (const phase of ["preview", "update"] as const) {
        it(`rejects an alias of another service's endpoint (${phase})`, async () => {
            const stack = hub();
            const auth = endpoint(
                {
                    serviceName: `com.amazonaws.${REGION}.eks-auth`,
                    vpcId: outputOf(stack.vpc),
                },
                { name: "eks-auth" },
            );
            const resources = stackOf(stack, auth, ...zonesFor(auth, stack.vpc));
            const wrong = (name: string, host: string): [string, string, string] => [
                "mandatory",
                name,
                `Record "${name}": aliases: lead ${host} to VpcEndpoint "eks-auth", which is no endpoint of eks in ` +
                    `${REGION}; take the regional DNS name of that service's endpoint`,
            ];
            assert.deepEqual(await judge(policy, resources, { phase }), [
                wrong("zone-0-a", IPV4_HOST),
                wrong("zone-1-a", DUAL_STACK_HOST),
            ]);
        });
    }

    /** Zones of the EKS API, and a record for the issuer below the first of them. */
    function withIssuerRecord(target: "eks" | "oidc-eks", type: "A" | "CNAME"): TestResource[] {
        const stack = hub();
        const issuer = endpoint(
            {
                serviceName: `com.amazonaws.${REGION}.oidc-eks`,
                vpcId: outputOf(stack.vpc),
                policy: undefined,
            },
            { name: "oidc-eks" },
        );
        const zones = zonesFor(stack.endpoint, stack.vpc);
        const to = target === "eks" ? stack.endpoint : issuer;
        const alias = aliasRecord(
            named("zone-0", zones),
            to,
            { name: ISSUER, type },
            { name: "issuer" },
        );
        if (type === "CNAME") {
            const name = new Later(dnsNameOf(target), [to], "dnsEntries[0].dnsName");
            Object.assign(alias.inputs, { aliases: undefined, records: [name] });
        }
        return stackOf(stack, issuer, ...zones, alias);
    }

    for (const phase of ["preview", "update"] as const) {
        for (const [type, path] of [
            ["A", "aliases"],
            ["CNAME", "records"],
        ] as const) {
            it(`rejects a record ${type} below the zone that leads to another service (${phase})`, async () => {
                assert.deepEqual(await judge(policy, withIssuerRecord("eks", type), { phase }), [
                    [
                        "mandatory",
                        "issuer",
                        `Record "issuer": ${path}: lead ${ISSUER} to VpcEndpoint "eks", which is no endpoint of oidc-eks in ` +
                            `${REGION}; take the regional DNS name of that service's endpoint`,
                    ],
                ]);
            });

            it(`accepts a record ${type} below the zone that leads to its own service (${phase})`, async () => {
                const resources = withIssuerRecord("oidc-eks", type);
                assert.deepEqual(await judge(policy, resources, { phase }), []);
            });
        }
    }

    it("accepts a name by a record of a zone above it, beside a zone for the other", async () => {
        const stack = hub();
        const above = zone(
            { name: `${REGION}.amazonaws.com`, vpcs: [{ vpcId: outputOf(stack.vpc) }] },
            { name: "above" },
        );
        const other = zonesFor(stack.endpoint, stack.vpc, { hosts: [DUAL_STACK_HOST] });
        const right = aliasRecord(above, stack.endpoint, { name: "eks" });
        assert.deepEqual(await judge(policy, stackOf(stack, above, right, ...other)), []);
        const unrelated = aliasRecord(above, stack.endpoint, { name: "sts" });
        assert.deepEqual(await judge(policy, stackOf(stack, above, unrelated, ...other)), [
            [
                "mandatory",
                "eks",
                `VpcEndpoint "eks": has a hosted zone for ${DUAL_STACK_HOST} and none for ${IPV4_HOST}${MISSED}`,
            ],
        ]);
    });

    it("believes an alias that may come from the right endpoint, as that of an EksEndpointShare", async () => {
        const stack = hub();
        const auth = endpoint(
            { serviceName: `com.amazonaws.${REGION}.eks-auth`, vpcId: outputOf(stack.vpc) },
            { name: "eks-auth" },
        );
        const zones = zonesFor(stack.endpoint, stack.vpc);
        for (const { inputs } of zones) {
            if ("aliases" in inputs) {
                inputs.aliases = [{ name: new Later("vpce", [auth, stack.endpoint]) }];
            }
        }
        assert.deepEqual(await judge(policy, stackOf(stack, auth, ...zones)), []);
    });

    it("accepts either endpoint behind a host that two services share, as in GovCloud", async () => {
        const region = "us-gov-west-1";
        const stack = hub({ serviceName: `com.amazonaws.${region}.eks-fips` });
        const hosts = [`eks.${region}.amazonaws.com`, `eks-fips.${region}.api.aws`];
        assert.deepEqual(await judge(policy, withZones(stack, { hosts })), []);
    });

    it("does not apply to a zone whose endpoint is in another stack", async () => {
        const stack = network();
        const other = zone({
            name: "eks.us-east-1.amazonaws.com",
            vpcs: [{ vpcId: outputOf(stack.vpc) }],
        });
        assert.deepEqual(await reasonsOf(policy, stackOf(stack, other)), [
            'Zone "zone" answers for eks.us-east-1.amazonaws.com, whose endpoint is not in this stack',
        ]);
    });

    it("does not guess at unknown zones, records and address types", async () => {
        const unsure = "can't be known during preview";
        const stack = hub();
        const half = zonesFor(stack.endpoint, stack.vpc, { hosts: [IPV4_HOST] });
        const nameless = zone(
            { name: later("eks"), vpcs: [{ vpcId: outputOf(stack.vpc) }] },
            { name: "nameless" },
        );
        assert.deepEqual(await judge(policy, stackOf(stack, ...half, nameless)), [
            [
                "advisory",
                "nameless",
                `Zone "nameless": not judged yet: string value at .name ${unsure}`,
            ],
        ]);
        const zones = zonesFor(stack.endpoint, stack.vpc, { types: [] });
        const records = zones.map((own) =>
            aliasRecord(own, stack.endpoint, { name: later("eks") }, { name: `${own.name}-a` }),
        );
        assert.deepEqual(await judge(policy, stackOf(stack, ...zones, ...records)), [
            [
                "advisory",
                "zone-0-a",
                `Record "zone-0-a", Record "zone-1-a": not judged yet: string value at .name ${unsure}`,
            ],
        ]);
        assert.deepEqual(
            await judge(policy, withZones(hub({ ipAddressType: later("ipv4") }), { types: [] })),
            [
                [
                    "advisory",
                    "eks",
                    `VpcEndpoint "eks": not judged yet: string value at .ipAddressType ${unsure}`,
                ],
            ],
        );
    });

    it("does not guess at a zone while a record may belong to it", async () => {
        const stack = hub();
        const zones = zonesFor(stack.endpoint, stack.vpc, { types: [] });
        const unsure = "not judged yet: string value at .zoneId can't be known during preview";
        const any = record({ zoneId: later("Z0123"), type: "A" });
        assert.deepEqual(await judge(policy, stackOf(stack, ...zones, any)), [
            ["advisory", "zone-0", `Zone "zone-0", Zone "zone-1": ${unsure}`],
        ]);
        const one = record({ zoneId: later("Z0123"), name: IPV4_HOST, type: "A" });
        assert.deepEqual(await judge(policy, stackOf(stack, ...zones, one)), [
            ["mandatory", "zone-1", lacks("A", "zone-1", DUAL_STACK_HOST)],
            ["advisory", "zone-0", `Zone "zone-0": ${unsure}`],
        ]);
    });

    it("takes malformed records for none", async () => {
        const stack = hub();
        const zones = zonesFor(stack.endpoint, stack.vpc, { types: [] });
        const odd = record({ zoneId: outputOf(named("zone-0", zones), "zoneId"), aliases: 7 });
        const findings = await judge(policy, stackOf(stack, ...zones, odd));
        assert.deepEqual(
            findings.map(([level, resource]) => [level, resource]),
            [
                ["mandatory", "zone-0"],
                ["mandatory", "zone-1"],
            ],
        );
    });
});
