import assert from "node:assert/strict";

import { privateDnsEnabled as policy } from "../../../../policy-pack/policies/dns/privateDnsEnabled";
import { itRemediates, remediateAll } from "../../support/itRemediates";
import { judge } from "../../support/judge";
import {
    aliasRecord,
    carriedBy,
    EKS_HOSTS,
    endpoint,
    endpointPrivateDns,
    endpointSet,
    forwarding,
    network,
    profile,
    record,
    stackOf,
    zone,
    zoneAssociation,
} from "../../support/resources";
import { later, outputOf, secret } from "../../support/testResource";

const WAYS = "set it to true, add the zones, or list the names in zonesElsewhere";
const OFF =
    'VpcEndpoint "eks": privateDnsEnabled: is off, which is also the default, and no private hosted zone here serves ' +
    "eks.eu-central-1.amazonaws.com and eks.eu-central-1.api.aws; " +
    WAYS;

describe("privateDnsEnabled", () => {
    it("accepts private DNS", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("asks for none where the service has no private names", async () => {
        const serviceName = "com.amazonaws.eu-central-1.eks-capabilities";
        const stack = network({ endpoint: { serviceName, privateDnsEnabled: undefined } });
        assert.deepEqual(await judge(policy, stackOf(stack)), []);
    });

    for (const privateDnsEnabled of [false, undefined]) {
        it(`rejects private DNS that is ${privateDnsEnabled === false ? "off" : "left out"}`, async () => {
            const stack = network({ endpoint: { privateDnsEnabled } });
            assert.deepEqual(await judge(policy, stackOf(stack)), [["mandatory", "eks", OFF]]);
        });
    }

    it("judges an endpoint outside --target by what the engine knows", async () => {
        const stack = stackOf(network({ endpoint: { privateDnsEnabled: false } }));
        const renamed = stack.map((resource) => ({
            ...resource,
            name: `${resource.name}-untouched`,
        }));
        const findings = await judge(policy, renamed, { phase: "update", showInputs: false });
        assert.deepEqual(findings, [
            ["mandatory", "eks-untouched", OFF.replace('"eks"', '"eks-untouched"')],
        ]);
    });

    it("accepts a private hosted zone of the stack", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const hosted = zone({
            name: "EKS.eu-central-1.amazonaws.com.",
            vpcs: [{ vpcId: outputOf(stack.vpc) }],
        });
        assert.deepEqual(await judge(policy, stackOf(stack, hosted)), []);
    });

    it("accepts a zone whose only VPC is associated, and one that a profile carries", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const hosted = zone({});
        const own = profile();
        const association = zoneAssociation({
            zoneId: outputOf(hosted, "zoneId"),
            vpcId: outputOf(stack.vpc),
        });
        assert.deepEqual(await judge(policy, stackOf(stack, hosted, association)), []);
        assert.deepEqual(
            await judge(policy, stackOf(stack, hosted, own, carriedBy(own, hosted))),
            [],
        );
    });

    for (const phase of ["preview", "update"] as const) {
        it(`accepts an endpoint that a profile carries itself (${phase})`, async () => {
            const stack = network({ endpoint: { privateDnsEnabled: false } });
            const own = profile();
            const resources = stackOf(stack, own, carriedBy(own, stack.endpoint));
            assert.deepEqual(await judge(policy, resources, { phase }), []);
        });
    }

    for (const phase of ["preview", "update"] as const) {
        it(`accepts private DNS that an EndpointPrivateDns switches on (${phase})`, async () => {
            const stack = network({ endpoint: { privateDnsEnabled: undefined } });
            const resources = stackOf(stack, endpointPrivateDns(stack.endpoint));
            assert.deepEqual(await judge(policy, resources, { phase }), []);
        });
    }

    it("rejects an EndpointPrivateDns that is off", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: undefined } });
        const off = endpointPrivateDns(stack.endpoint, { privateDnsEnabled: false });
        const about = OFF.replace('VpcEndpoint "eks"', 'EndpointPrivateDns "switch"');
        assert.deepEqual(await judge(policy, stackOf(stack, off)), [
            ["mandatory", "switch", about.replace(", which is also the default", "")],
        ]);
    });

    it("rejects a flag of the endpoint beside an EndpointPrivateDns", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const resources = stackOf(stack, endpointPrivateDns(stack.endpoint));
        assert.deepEqual(await judge(policy, resources), [
            [
                "mandatory",
                "eks",
                'VpcEndpoint "eks": privateDnsEnabled: is set here and by EndpointPrivateDns "switch", ' +
                    "and each undoes the other; leave it out here",
            ],
        ]);
    });

    it("does not take what AWS filled in for a flag beside an EndpointPrivateDns", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: true } });
        const resources = stackOf(stack, endpointPrivateDns(stack.endpoint)).map((resource) => ({
            ...resource,
            name: `${resource.name}-untouched`,
        }));
        const known = { phase: "update", showInputs: false } as const;
        assert.deepEqual(await judge(policy, resources, known), []);
    });

    it("only advises while an EndpointPrivateDns may belong to the endpoint", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: undefined } });
        const stray = endpointPrivateDns(stack.endpoint, { vpcEndpointId: later("vpce-1") });
        assert.deepEqual(await judge(policy, stackOf(stack, stray)), [
            [
                "advisory",
                "eks",
                'VpcEndpoint "eks": not judged yet: string value at .vpcEndpointId can\'t be known during preview',
            ],
        ]);
    });

    it("says that another endpoint of the VPC has the names", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const first = endpoint({ vpcId: outputOf(stack.vpc) }, { name: "first" });
        assert.deepEqual(await judge(policy, stackOf(stack, first)), [
            [
                "mandatory",
                "eks",
                OFF.replace(
                    WAYS,
                    'VpcEndpoint "first" has the names in this VPC, so AWS refuses to switch it on; ' +
                        "remove this endpoint and use that one",
                ),
            ],
        ]);
    });

    it("says that an endpoint of another stack may have the names in a VPC from there", async () => {
        const vpcId = "vpc-0aaaaaaaaaaaaaaaa";
        const stack = network({ endpoint: { privateDnsEnabled: false, vpcId } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "mandatory",
                "eks",
                `${OFF}; where an endpoint of another stack has the names in ${vpcId}, AWS refuses true: ` +
                    "remove this endpoint and use that one",
            ],
        ]);
    });

    for (const name of ["eks", "*"]) {
        it(`accepts a record ${name} of a private zone above the host name`, async () => {
            const stack = network({ endpoint: { privateDnsEnabled: false } });
            const above = zone({
                name: "eu-central-1.amazonaws.com",
                vpcs: [{ vpcId: outputOf(stack.vpc) }],
            });
            const own = aliasRecord(above, stack.endpoint, { name });
            assert.deepEqual(await judge(policy, stackOf(stack, above, own)), []);
        });
    }

    it("accepts a Resolver rule for the very name, and none for a name above it", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const exact = forwarding("eks.eu-central-1.amazonaws.com", [stack.vpc]);
        assert.deepEqual(await judge(policy, stackOf(stack, ...exact)), []);
        const wide = forwarding("amazonaws.com", [stack.vpc]);
        assert.deepEqual(await judge(policy, stackOf(stack, ...wide)), [["mandatory", "eks", OFF]]);
    });

    it("only advises while a Resolver rule may be for the name", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const rule = forwarding("x", [stack.vpc]);
        Object.assign(rule[0]?.inputs ?? {}, { domainName: later("x") });
        assert.deepEqual(await judge(policy, stackOf(stack, ...rule)), [
            [
                "advisory",
                "forward",
                'ResolverRule "forward": not judged yet: string value at .domainName can\'t be known during preview',
            ],
        ]);
    });

    it("only advises while a record may have the name", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const above = zone({
            name: "eu-central-1.amazonaws.com",
            vpcs: [{ vpcId: outputOf(stack.vpc) }],
        });
        const nameless = aliasRecord(above, stack.endpoint, { name: later("eks") });
        assert.deepEqual(await judge(policy, stackOf(stack, above, nameless)), [
            [
                "advisory",
                "record",
                'Record "record": not judged yet: string value at .name can\'t be known during preview',
            ],
        ]);
    });

    it("does not accept a record of another name above the host name", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const above = zone({
            name: "eu-central-1.amazonaws.com",
            vpcs: [{ vpcId: outputOf(stack.vpc) }],
        });
        const own = aliasRecord(above, stack.endpoint, { name: "*.s3" });
        assert.deepEqual(await judge(policy, stackOf(stack, above, own)), [
            ["mandatory", "eks", OFF],
        ]);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`names a zone that is meant for the service and has a wrong name (${phase})`, async () => {
            const right = "eks-auth.eu-central-1.api.aws";
            for (const wrong of [
                "eks-auth.eu-central-1.amazonaws.com",
                "com.amazonaws.eu-central-1.eks-auth.",
                "auth.eks.eu-central-1.amazonaws.com",
                "eks-auth.amazonaws.com",
            ]) {
                const serviceName = "com.amazonaws.eu-central-1.eks-auth";
                const stack = network({ endpoint: { privateDnsEnabled: false, serviceName } });
                const misnamed = zone({ name: wrong, vpcs: [{ vpcId: outputOf(stack.vpc) }] });
                const renaming =
                    `name Zone "zone" ${right} instead of ${wrong.replace(/\.$/, "")}, ` +
                    "which no client asks for";
                const said = OFF.replace(EKS_HOSTS.join(" and "), right);
                assert.deepEqual(await judge(policy, stackOf(stack, misnamed), { phase }), [
                    [
                        "mandatory",
                        "eks",
                        said.replace(
                            "set it to true, add the zones",
                            `${renaming}, set it to true`,
                        ),
                    ],
                ]);
            }
        });
    }

    it("names a record with a wrong name, and the name of its own form where the service has several", async () => {
        const serviceName = "com.amazonaws.eu-central-1.oidc-eks";
        const stack = network({ endpoint: { privateDnsEnabled: false, serviceName } });
        const above = zone({
            name: "eu-central-1.amazonaws.com",
            vpcs: [{ vpcId: outputOf(stack.vpc) }],
        });
        const own = aliasRecord(above, stack.endpoint, { name: "oidc-eks" });
        const [finding] = await judge(policy, stackOf(stack, above, own));
        assert.match(
            finding?.[2] ?? "",
            /name Record "record" oidc\.eks\.eu-central-1\.amazonaws\.com instead of oidc-eks\.eu-central-1\.amazonaws\.com,/,
        );
    });

    it("does not take a zone of another service, region or cluster for one with a wrong name", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const vpcs = [{ vpcId: outputOf(stack.vpc) }];
        for (const name of [
            "ec2.eu-central-1.amazonaws.com",
            "eks-auth.eu-central-1.amazonaws.com",
            "eks.eu-west-1.amazonaws.com",
            "fips-eks.eu-west-1.amazonaws.com",
            "0123456789ABCDEF.gr7.eu-central-1.eks.amazonaws.com",
            "eks.eu-central-1.example.com",
        ]) {
            assert.deepEqual(await judge(policy, stackOf(stack, zone({ name, vpcs }))), [
                ["mandatory", "eks", OFF],
            ]);
        }
    });

    it("does not accept a record that leads nowhere, as of type TXT", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const above = zone({
            name: "eu-central-1.amazonaws.com",
            vpcs: [{ vpcId: outputOf(stack.vpc) }],
        });
        const note = record({
            zoneId: outputOf(above, "zoneId"),
            name: "eks",
            type: "TXT",
            records: ["see the wiki"],
        });
        assert.deepEqual(await judge(policy, stackOf(stack, above, note)), [
            ["mandatory", "eks", OFF],
        ]);
    });

    it("does not accept a public zone", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        assert.deepEqual(await judge(policy, stackOf(stack, zone({}))), [
            ["mandatory", "eks", OFF],
        ]);
    });

    it("accepts a zone that the configuration says is elsewhere", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const zonesElsewhere = ["eks.eu-central-1.amazonaws.com"];
        const config = { [policy.name]: { zonesElsewhere } };
        assert.deepEqual(await judge(policy, stackOf(stack), { config }), []);
    });

    it("does not guess at an unknown setting", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: later(true) } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "eks",
                'VpcEndpoint "eks": not judged yet: string value at .privateDnsEnabled can\'t be known during preview',
            ],
        ]);
    });

    it("only advises when a private zone may have the name", async () => {
        const stack = network({ endpoint: { privateDnsEnabled: false } });
        const hosted = zone({ name: later("eks"), vpcs: [{ vpcId: outputOf(stack.vpc) }] });
        assert.deepEqual(await judge(policy, stackOf(stack, hosted)), [
            [
                "advisory",
                "zone",
                'Zone "zone": not judged yet: string value at .name can\'t be known during preview',
            ],
        ]);
    });

    for (const privateDnsEnabled of ["true", 1, [true]]) {
        it(`takes a malformed setting for none: ${JSON.stringify(privateDnsEnabled)}`, async () => {
            const stack = network({ endpoint: { privateDnsEnabled } });
            assert.deepEqual(await judge(policy, stackOf(stack)), [["mandatory", "eks", OFF]]);
        });
    }

    describe("at level remediate", () => {
        itRemediates({
            policy,
            stack: (endpoint) => stackOf(network({ endpoint })),
            about: "eks",
            wrong: { privateDnsEnabled: undefined },
            corrected: { privateDnsEnabled: true },
        });

        const omitted = { privateDnsEnabled: undefined };
        const left: { [what: string]: { [key: string]: unknown } } = {
            "an explicit false, which is somebody's decision": { privateDnsEnabled: false },
            "a secret false": { privateDnsEnabled: secret(false) },
            "an unknown setting": { privateDnsEnabled: later(false) },
            "a setting that is no boolean": { privateDnsEnabled: "no" },
            "private DNS that is on": { privateDnsEnabled: true },
            "a gateway endpoint": { ...omitted, vpcEndpointType: "Gateway" },
            "an endpoint without type, which the provider takes for a gateway": {
                ...omitted,
                vpcEndpointType: undefined,
            },
            "a type that is no text": { ...omitted, vpcEndpointType: ["Interface"] },
            "an endpoint of another service": {
                ...omitted,
                serviceName: "com.amazonaws.eu-central-1.sts",
            },
            "an endpoint of a service without private names": {
                ...omitted,
                serviceName: "com.amazonaws.eu-central-1.eks-capabilities",
            },
            "a service name that is no text": { ...omitted, serviceName: { name: "eks" } },
            "an endpoint without service": { ...omitted, serviceName: undefined },
        };
        for (const [what, endpoint] of Object.entries(left)) {
            it(`leaves ${what} alone`, async () => {
                assert.deepEqual(await remediateAll(policy, stackOf(network({ endpoint }))), []);
            });
        }

        it("leaves the endpoints of an EksEndpointSet alone, which switches private DNS itself", async () => {
            const stack = network({ endpoint: omitted });
            const parent = endpointSet();
            const endpoints = stackOf({ ...stack, endpoint: { ...stack.endpoint, parent } });
            assert.deepEqual(await remediateAll(policy, [parent, ...endpoints]), []);
        });

        it("leaves an endpoint alone whose names hosted zones elsewhere serve", async () => {
            const zonesElsewhere = ["EKS.eu-central-1.amazonaws.com."];
            const stack = stackOf(network({ endpoint: omitted }));
            assert.deepEqual(await remediateAll(policy, stack, { zonesElsewhere }), []);
        });

        for (const phase of ["preview", "update"] as const) {
            it(`stops where an EndpointPrivateDns follows, until the endpoint is exempted (${phase})`, async () => {
                const stack = network({ endpoint: omitted });
                const resources = stackOf(stack, endpointPrivateDns(stack.endpoint)).reverse();
                const atRemediate = (own = {}): Parameters<typeof judge>[2] => ({
                    config: { [policy.name]: { enforcementLevel: "remediate", ...own } },
                    phase,
                });
                assert.deepEqual(await judge(policy, resources, atRemediate()), [
                    [
                        "mandatory",
                        "eks",
                        'VpcEndpoint "eks": privateDnsEnabled: is left out here for EndpointPrivateDns "switch", but level ' +
                            "remediate, which sees what comes after an endpoint too late, has set it as well; exempt this " +
                            "endpoint from private-dns-enabled",
                    ],
                ]);
                const exemptions = [
                    { resource: "eks", reason: "has a switch of its own", expires: "2999-12-31" },
                ];
                assert.deepEqual(await judge(policy, resources, atRemediate({ exemptions })), []);
            });
        }

        it("says that it cannot tell yet whether an endpoint is one of EKS", async () => {
            const endpoint = { ...omitted, serviceName: later("com.amazonaws.eu-central-1.eks") };
            const [done, ...more] = await remediateAll(policy, stackOf(network({ endpoint })));
            assert.deepEqual([done?.properties, more], [undefined, []]);
            assert.match(done?.diagnostic ?? "", /value at .serviceName can't be known/);
        });
    });
});
