import assert from "node:assert/strict";

import { shadowedHostsResolvable as policy } from "../../../../policy-pack/policies/dns/shadowedHostsResolvable";
import { judge } from "../../support/judge";
import {
    aliasRecord,
    carriedBy,
    cluster,
    compliantStack,
    endpoint,
    forwarding,
    ISSUER_HOSTS,
    type Network,
    network,
    profile,
    profileAssociation,
    record,
    REGION,
    stackOf,
    subnet,
    vpc,
    zone,
} from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

const [ISSUER = ""] = ISSUER_HOSTS;

function hides(
    host: string,
    service: string,
    by = 'VpcEndpoint "eks"',
    place = 'Vpc "vpc"',
): string {
    return (
        `${by}: hides ${host} in ${place}, and nothing here answers for it there; create the ${service} endpoint with ` +
        `private DNS or a hosted zone for the host, or add "${service}" to mayStayHidden`
    );
}

function issuer(inputs: { [key: string]: unknown }): TestResource {
    return endpoint(
        { serviceName: `com.amazonaws.${REGION}.oidc-eks`, policy: undefined, ...inputs },
        { name: "oidc-eks" },
    );
}

/** What is said about a zone above host names of EKS. */
function hiddenBy(hosts: string[], services: string[], place = 'Vpc "vpc"'): string {
    return (
        `Zone "above": has no record for ${hosts.join(" and ")}, and in ${place} nobody else is asked for what is below it, ` +
        "public DNS neither; add records that lead to the endpoints, create these with private DNS or with zones of their " +
        "own there, take this zone out of the VPC, or add " +
        `${services.map((service) => `"${service}"`).join(" and ")} to mayStayHidden`
    );
}

const AUTH = `eks-auth.${REGION}.api.aws`;

function above(of: TestResource, name: string): TestResource {
    return zone({ name, vpcs: [{ vpcId: outputOf(of) }] }, { name: "above" });
}

/** A network with private DNS for the EKS API and the issuer. */
function withIssuer(stack: Network): TestResource[] {
    return stackOf(stack, issuer({ vpcId: outputOf(stack.vpc) }));
}

describe("shadowedHostsResolvable", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`accepts an issuer endpoint with private DNS in the same VPC (${phase})`, async () => {
            assert.deepEqual(await judge(policy, compliantStack(), { phase }), []);
        });
    }

    it("advises when nothing answers for the issuer", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), [
            ["advisory", "eks", hides(ISSUER, "oidc-eks")],
        ]);
    });

    it("advises about the console proxy and FIPS when the configuration wants them", async () => {
        const config = { [policy.name]: { mayStayHidden: ["oidc-eks"] } };
        assert.deepEqual(await judge(policy, stackOf(network()), { config }), [
            ["advisory", "eks", hides(`fips.eks.${REGION}.amazonaws.com`, "eks-fips")],
            ["advisory", "eks", hides(`eks-proxy.eks.${REGION}.amazonaws.com`, "eks-proxy")],
        ]);
    });

    it("does not count an issuer endpoint without private DNS, or in another VPC", async () => {
        const stack = network();
        const other = vpc({}, { name: "other" });
        for (const inputs of [
            { vpcId: outputOf(stack.vpc), privateDnsEnabled: false },
            { vpcId: outputOf(other) },
        ]) {
            assert.deepEqual(await judge(policy, stackOf(stack, other, issuer(inputs))), [
                ["advisory", "eks", hides(ISSUER, "oidc-eks")],
            ]);
        }
    });

    it("judges a hosted zone in each of its VPCs", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const other = vpc({}, { name: "other" });
        const hub = { vpcId: outputOf(stack.vpc) };
        const eks = zone({ vpcs: [hub, { vpcId: outputOf(other) }] });
        const oidc = zone({ name: ISSUER, vpcs: [hub] }, { name: "issuer" });
        assert.deepEqual(await judge(policy, stackOf(stack, other, eks, oidc)), [
            ["advisory", "zone", hides(ISSUER, "oidc-eks", 'Zone "zone"', 'Vpc "other"')],
        ]);
    });

    it("accepts a hosted zone for the host, also through a profile", async () => {
        const stack = network();
        const other = vpc({}, { name: "other" });
        const direct = zone({ name: ISSUER, vpcs: [{ vpcId: outputOf(stack.vpc) }] });
        assert.deepEqual(await judge(policy, stackOf(stack, direct)), []);
        const away = zone({ name: ISSUER, vpcs: [{ vpcId: outputOf(other) }] });
        const own = profile();
        const joined = profileAssociation({
            profileId: outputOf(own),
            resourceId: outputOf(stack.vpc),
        });
        assert.deepEqual(
            await judge(policy, stackOf(stack, other, away, own, carriedBy(own, away), joined)),
            [],
        );
    });

    it("accepts a record for the host in the zone that hides it", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const eks = zone({ vpcs: [{ vpcId: outputOf(stack.vpc) }] });
        for (const name of ["oidc", `${ISSUER}.`]) {
            const own = record({
                zoneId: outputOf(eks, "zoneId"),
                name,
                type: "CNAME",
                records: ["issuer.example.com"],
            });
            assert.deepEqual(await judge(policy, stackOf(stack, eks, own)), []);
        }
    });

    for (const phase of ["preview", "update"] as const) {
        it(`says that a wildcard leads the host to another service (${phase})`, async () => {
            const stack = network({ endpoint: { privateDnsEnabled: false } });
            const eks = zone({ vpcs: [{ vpcId: outputOf(stack.vpc) }] });
            const records = ["", "*"].map((name) =>
                aliasRecord(eks, stack.endpoint, { name }, { name: `any${name}` }),
            );
            const message = hides(ISSUER, "oidc-eks", 'Zone "zone"').replace(
                "nothing here answers for it there",
                'Record "any*" leads it to VpcEndpoint "eks", whose certificate does not have that name',
            );
            assert.deepEqual(await judge(policy, stackOf(stack, eks, ...records), { phase }), [
                ["advisory", "zone", message],
            ]);
        });
    }

    it("accepts a wildcard that leads the host to its own service, or out of the stack", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const eks = zone({ vpcs: [{ vpcId: outputOf(stack.vpc) }] });
        const oidc = issuer({ privateDnsEnabled: false });
        const right = aliasRecord(eks, oidc, { name: "*" });
        assert.deepEqual(await judge(policy, stackOf(stack, eks, oidc, right)), []);
        const away = aliasRecord(eks, oidc, {
            name: "*",
            aliases: undefined,
            records: ["10.9.0.1"],
        });
        assert.deepEqual(await judge(policy, stackOf(stack, eks, away)), []);
    });

    for (const domain of [ISSUER, `EKS.${REGION}.amazonaws.com.`]) {
        it(`accepts a Resolver rule that forwards ${domain}`, async () => {
            const stack = network();
            const here = forwarding(domain, [stack.vpc]);
            assert.deepEqual(await judge(policy, stackOf(stack, ...here)), []);
            const shared = forwarding(domain);
            assert.deepEqual(await judge(policy, stackOf(stack, ...shared)), []);
        });
    }

    it("does not count a Resolver rule of another VPC, of a wider domain, or one of the system", async () => {
        const stack = network();
        const other = vpc({}, { name: "other" });
        const [rule, ...rest] = forwarding(ISSUER, [stack.vpc]);
        assert.ok(rule);
        for (const rules of [
            [other, ...forwarding(ISSUER, [other])],
            forwarding("amazonaws.com", [stack.vpc]),
            [{ ...rule, inputs: { ...rule.inputs, ruleType: "SYSTEM" } }, ...rest],
        ]) {
            assert.deepEqual(await judge(policy, stackOf(stack, ...rules)), [
                ["advisory", "eks", hides(ISSUER, "oidc-eks")],
            ]);
        }
    });

    it("advises about a VPC from elsewhere by its ID", async () => {
        const stack = network({ endpoint: { vpcId: "vpc-0123" } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            ["advisory", "eks", hides(ISSUER, "oidc-eks", 'VpcEndpoint "eks"', "vpc-0123")],
        ]);
    });

    it("does not guess whether an unknown endpoint or zone answers", async () => {
        const stack = network();
        const inVpc = { vpcId: outputOf(stack.vpc) };
        const unsure = "can't be known during preview";
        const oidc = issuer({ ...inVpc, privateDnsEnabled: later(true) });
        assert.deepEqual(await judge(policy, stackOf(stack, oidc)), [
            [
                "advisory",
                "oidc-eks",
                `VpcEndpoint "oidc-eks", VpcEndpoint "eks": not judged yet: string value at .privateDnsEnabled ${unsure}`,
            ],
        ]);
        const nameless = zone({ name: later("oidc"), vpcs: [inVpc] });
        assert.deepEqual(await judge(policy, stackOf(stack, nameless)), [
            [
                "advisory",
                "eks",
                `VpcEndpoint "eks": not judged yet: string value at .name ${unsure}`,
            ],
        ]);
    });

    it("does not guess what a Resolver rule of an unknown domain forwards", async () => {
        const stack = network();
        const other = vpc({}, { name: "other" });
        for (const [place, said] of [
            [
                stack.vpc,
                "not judged yet: string value at .domainName can't be known during preview",
            ],
            [other, hides(ISSUER, "oidc-eks").slice('VpcEndpoint "eks": '.length)],
        ] as const) {
            const rule = forwarding("x", [place]);
            Object.assign(rule[0]?.inputs ?? {}, { domainName: later(ISSUER) });
            assert.deepEqual(await judge(policy, stackOf(stack, other, ...rule)), [
                ["advisory", "eks", `VpcEndpoint "eks": ${said}`],
            ]);
        }
    });

    it("says what is certain about an endpoint in an unknown VPC", async () => {
        const stack = network({ endpoint: { vpcId: later("vpc-0123") } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            ["advisory", "eks", hides(ISSUER, "oidc-eks", 'VpcEndpoint "eks"', "its VPC")],
        ]);
    });

    describe("of a zone above host names", () => {
        for (const phase of ["preview", "update"] as const) {
            it(`advises about names that it has no record for (${phase})`, async () => {
                const stack = network();
                const aws = above(stack.vpc, "api.aws");
                const resources = withIssuer(stack);
                assert.deepEqual(await judge(policy, [...resources, aws], { phase }), [
                    ["advisory", "above", hiddenBy([AUTH], ["eks-auth"])],
                ]);
            });
        }

        it("leaves out what something closer answers for, and names that an endpoint here should answer for", async () => {
            const stack = network({ endpoint: { privateDnsEnabled: false } });
            const regional = above(stack.vpc, `${REGION}.amazonaws.com`);
            assert.deepEqual(await judge(policy, stackOf(stack, regional)), [
                ["advisory", "above", hiddenBy([ISSUER], ["oidc-eks"])],
            ]);
            const direct = zone({ name: ISSUER, vpcs: [{ vpcId: outputOf(stack.vpc) }] });
            assert.deepEqual(await judge(policy, stackOf(stack, regional, direct)), []);
        });

        it("accepts a record for the name, and a wildcard that leads out of the stack", async () => {
            const stack = network();
            const aws = above(stack.vpc, "api.aws");
            const resources = withIssuer(stack);
            for (const [name, type] of [
                [`eks-auth.${REGION}`, "A"],
                [`${AUTH}.`, "AAAA"],
                ["*", "A"],
            ] as const) {
                const own = record({
                    zoneId: outputOf(aws, "zoneId"),
                    name,
                    type,
                    records: ["10.9.0.1"],
                });
                assert.deepEqual(await judge(policy, [...resources, aws, own]), []);
            }
        });

        it("does not accept a record of the name that leads nowhere, as of type TXT", async () => {
            const stack = network();
            const aws = above(stack.vpc, "api.aws");
            const note = record({
                zoneId: outputOf(aws, "zoneId"),
                name: AUTH,
                type: "TXT",
                records: ["see the wiki"],
            });
            const resources = withIssuer(stack);
            assert.deepEqual(await judge(policy, [...resources, aws, note]), [
                ["advisory", "above", hiddenBy([AUTH], ["eks-auth"])],
            ]);
        });

        it("says that a wildcard leads the name to another service", async () => {
            const stack = network();
            const aws = above(stack.vpc, "api.aws");
            const wildcard = aliasRecord(aws, stack.endpoint, { name: "*" }, { name: "any" });
            const resources = withIssuer(stack);
            const message = hides(AUTH, "eks-auth", 'Zone "above"').replace(
                "nothing here answers for it there",
                'Record "any" leads it to VpcEndpoint "eks", whose certificate does not have that name',
            );
            assert.deepEqual(await judge(policy, [...resources, aws, wildcard]), [
                ["advisory", "above", message],
            ]);
        });

        it("leaves the name to the closest of several zones", async () => {
            const stack = network();
            const vpcs = [{ vpcId: outputOf(stack.vpc) }];
            const far = above(stack.vpc, "api.aws");
            const near = zone({ name: `${REGION}.api.aws`, vpcs }, { name: "near" });
            const resources = withIssuer(stack);
            const said = hiddenBy([AUTH], ["eks-auth"]).replace('"above"', '"near"');
            assert.deepEqual(await judge(policy, [...resources, far, near]), [
                ["advisory", "near", said],
            ]);
            const own = record({
                zoneId: outputOf(near, "zoneId"),
                name: "eks-auth",
                type: "CNAME",
                records: ["auth.example.com"],
            });
            assert.deepEqual(await judge(policy, [...resources, far, near, own]), []);
        });

        it("accepts a Resolver rule for the name or the zone, and services that may stay hidden", async () => {
            const stack = network();
            const aws = above(stack.vpc, "api.aws");
            const resources = withIssuer(stack);
            for (const domain of [AUTH, "api.aws"]) {
                const rules = forwarding(domain, [stack.vpc]);
                assert.deepEqual(await judge(policy, [...resources, aws, ...rules]), []);
            }
            const config = {
                [policy.name]: { mayStayHidden: ["eks-auth", "eks-fips", "eks-proxy"] },
            };
            assert.deepEqual(await judge(policy, [...resources, aws], { config }), []);
        });

        it("leaves VPCs alone in which nothing uses EKS, and counts a cluster as a use", async () => {
            const stack = network();
            const tools = vpc({}, { name: "tools" });
            const aws = above(tools, "api.aws");
            const resources = withIssuer(stack);
            assert.deepEqual(await judge(policy, [...resources, tools, aws]), []);
            const nodes = subnet({ vpcId: outputOf(tools) }, { name: "nodes" });
            const own = cluster({ subnetIds: [outputOf(nodes)] });
            const hidden = [`eks.${REGION}.api.aws`, AUTH, `oidc-eks.${REGION}.api.aws`];
            assert.deepEqual(await judge(policy, [...resources, tools, aws, nodes, own]), [
                [
                    "advisory",
                    "above",
                    hiddenBy(hidden, ["eks", "eks-auth", "oidc-eks"], 'Vpc "tools"'),
                ],
            ]);
        });

        it("does not guess at records and zones whose names or places are unknown", async () => {
            const stack = network();
            const aws = above(stack.vpc, "api.aws");
            const resources = withIssuer(stack);
            const nameless = record({
                zoneId: outputOf(aws, "zoneId"),
                name: later("eks-auth"),
                type: "A",
                records: ["10.9.0.1"],
            });
            const stray = record({
                zoneId: later("Z0123"),
                name: AUTH,
                type: "A",
                records: ["10.9.0.1"],
            });
            const vpcs = [{ vpcId: outputOf(stack.vpc) }];
            const unnamed = zone({ name: later("x"), vpcs }, { name: "unnamed" });
            const rule = forwarding("x", [stack.vpc]);
            Object.assign(rule[0]?.inputs ?? {}, { domainName: later("x") });
            const somewhere = { ...aws, inputs: { ...aws.inputs, vpcs: later([]) } };
            for (const [unsure, path] of [
                [[aws, nameless], ".name"],
                [[aws, stray], ".zoneId"],
                [[aws, unnamed], ".name"],
                [[aws, ...rule], ".domainName"],
                [[somewhere], ".vpcs"],
            ] as const) {
                const findings = await judge(policy, [...resources, ...unsure]);
                assert.deepEqual(
                    findings.map(([level, , message]) => [level, message.split(": ").at(-1)]),
                    [["advisory", `string value at ${path} can't be known during preview`]],
                );
            }
        });
    });

    it("says nothing about malformed zones and records", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: "yes" } });
        const odd = [
            zone({ name: { eks: true }, vpcs: [[], 7] }, { name: "a" }),
            record({ zoneId: 3, name: [], type: null, aliases: "none" }),
        ];
        assert.deepEqual(await judge(policy, stackOf(stack, ...odd)), []);
    });
});
