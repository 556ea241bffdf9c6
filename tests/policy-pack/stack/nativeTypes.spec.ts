import assert from "node:assert/strict";

import type { Policies } from "@pulumi/policy";

import { policies } from "../../../policy-pack/policies";
import { clusterEndpointsPresent } from "../../../policy-pack/policies/cluster/clusterEndpointsPresent";
import { clusterPrivateAccess } from "../../../policy-pack/policies/cluster/clusterPrivateAccess";
import { vpcDnsAttributes } from "../../../policy-pack/policies/dns/vpcDnsAttributes";
import { endpointPolicyRequired } from "../../../policy-pack/policies/endpoint-policy/endpointPolicyRequired";
import { flowLogsAllTraffic } from "../../../policy-pack/policies/flow-logs/flowLogsAllTraffic";
import { analyze, type Question } from "../support/analyzer";
import { remediateAll } from "../support/itRemediates";
import { findExample } from "../support/recipe";
import {
    cluster,
    compliantNetwork,
    compliantStack,
    defaultRoute,
    dhcpOptions,
    endpoint,
    HTTPS_FROM_VPC,
    ingressRule,
    natGateway,
    network,
    nodeGroup,
    REGION,
    routed,
    routeTable,
    securityGroup,
    stackOf,
    stackResource,
    subnet,
    vpc,
    writeNative,
} from "../support/resources";
import { later, outputOf, type TestResource } from "../support/testResource";

type Phase = "preview" | "update";
const PHASES: Phase[] = ["preview", "update"];

/** What the whole pack says, as `policy level message`, without the description of the policy. */
async function judgeAll(
    resources: TestResource[],
    {
        phase,
        asked = policies,
        config,
    }: { phase: Phase; asked?: Policies; config?: Question["config"] },
): Promise<string[]> {
    const { diagnostics } = await analyze({ policies: asked, resources, phase, config });
    return diagnostics.map(
        ({ policy, level, message }) => `${policy} ${level} ${message.split("\n")[1] ?? message}`,
    );
}

/** The message of one policy about a stack that is written with aws-native. */
async function say(name: string, resources: TestResource[]): Promise<string[]> {
    const asked = policies.filter((policy) => policy.name === name);
    return judgeAll(writeNative(resources), { phase: "preview", asked });
}

/** Policies that say something else of a group of aws-native, because its provider does something else. */
const OTHERWISE = ["endpoint-egress-empty", "endpoint-rules-in-one-place"];

describe("a stack that is written with aws-native", () => {
    for (const phase of PHASES) {
        it(`is accepted by every policy where the same of the aws provider is (${phase})`, async () => {
            assert.deepEqual(await judgeAll(writeNative(compliantStack()), { phase }), []);
        });

        for (const policy of policies.filter(({ name }) => !OTHERWISE.includes(name))) {
            it(`is rejected by ${policy.name} where the same of the aws provider is (${phase})`, async () => {
                const { wrong } = findExample(policy.name) ?? assert.fail();
                const ask = async (resources: TestResource[], config: Question["config"]) => {
                    const isOn = policy.enforcementLevel !== "disabled";
                    const own = isOn ? {} : { [policy.name]: { enforcementLevel: "mandatory" } };
                    const { diagnostics } = await analyze({
                        policies,
                        resources,
                        phase,
                        config: { ...own, ...config },
                    });
                    return diagnostics.map(
                        (each) => `${each.policy} ${each.level} ${each.resource}`,
                    );
                };
                const [one, other] = [wrong(), wrong()];
                const expected = await ask(one.resources, one.config);
                const said = await ask(writeNative(other.resources), other.config);
                const ofPolicy = (line: string): boolean => line.startsWith(`${policy.name} `);
                assert.notDeepEqual(expected.filter(ofPolicy), []);
                assert.deepEqual(said.filter(ofPolicy), expected.filter(ofPolicy));
                // Nothing beyond it, although less: aws-native shows no ARN of an endpoint, and with it no region.
                assert.deepEqual(
                    said.filter((line) => !expected.includes(line)),
                    [],
                );
            });
        }
    }

    it("is said to have full access behind a group that is open to the world", async () => {
        for (const phase of PHASES) {
            const own = vpc({}, { name: "net" });
            const group = securityGroup(
                {
                    vpcId: outputOf(own),
                    ingress: [{ protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }],
                },
                { name: "vpce-sg" },
            );
            const eks = endpoint(
                {
                    vpcId: outputOf(own),
                    policy: undefined,
                    subnetIds: ["subnet-1"],
                    securityGroupIds: [outputOf(group)],
                },
                { name: "vpce-eks" },
            );
            const stack = writeNative([stackResource(), own, group, eks]);
            const said = await judgeAll(stack, { phase });
            for (const line of [
                'endpoint-policy-required mandatory VpcEndpoint "vpce-eks": has no policy, so whoever reaches it may use it with ' +
                    "any credentials; give it a policy that names your organisation or accounts",
                'endpoint-ingress-https-only mandatory SecurityGroup "vpce-sg": securityGroupIngress[0]: admits every protocol ' +
                    'and port (ipProtocol "-1"); an endpoint answers on TCP 443 only, so admit nothing else',
            ]) {
                assert.ok(said.includes(line), said.join("\n"));
            }
            const world = said.find((line) => line.startsWith("endpoint-ingress-no-world"));
            assert.match(
                world ?? "",
                /securityGroupIngress\[0\]\.cidrIp: 0\.0\.0\.0\/0 admits the whole/,
            );
        }
    });
});

describe("a finding about a resource of aws-native", () => {
    it("names the place in an endpoint policy as the program writes it", async () => {
        const policy = JSON.stringify({ Statement: [{ Effect: "Alow", Principal: "*" }] });
        const [line] = await say(
            "endpoint-policy-valid",
            stackOf(network({ endpoint: { policy } })),
        );
        assert.match(
            line ?? "",
            /^endpoint-policy-valid mandatory .*: policyDocument\.Statement\[0\]/,
        );
    });

    it("reads a policy that is an object", async () => {
        const policy = { Statement: [{ Effect: "Alow", Principal: "*" }] };
        const [line] = await say(
            "endpoint-policy-valid",
            stackOf(network({ endpoint: { policy } })),
        );
        assert.match(line ?? "", /: policyDocument\.Statement\[0\]/);
    });

    it("names the source of a rule that is a resource", async () => {
        const stack = network({ group: { ingress: [] } });
        const rule = ingressRule({ securityGroupId: outputOf(stack.group), cidrIpv4: "0.0.0.0/0" });
        const [line] = await say("endpoint-ingress-no-world", stackOf(stack, rule));
        assert.match(line ?? "", /SecurityGroupIngress "rule": cidrIp: 0\.0\.0\.0\/0/);
    });

    it("names the settings of a cluster", async () => {
        const closed = cluster({ endpointPrivateAccess: false });
        const [line] = await say(clusterPrivateAccess.name, [stackResource(), closed]);
        assert.match(
            line ?? "",
            /Cluster "cluster": resourcesVpcConfig\.endpointPrivateAccess: is off/,
        );
    });

    it("names the value that preview does not know", async () => {
        const [line] = await say(
            "endpoint-policy-valid",
            stackOf(network({ endpoint: { policy: later("{}") } })),
        );
        assert.match(line ?? "", /\.policyDocument can't be known during preview/);
    });

    it("counts the source group of a rule once", async () => {
        const clients = { ...HTTPS_FROM_VPC, cidrBlocks: undefined };
        const ingress = Array.from({ length: 40 }, (_, i) => ({
            ...clients,
            securityGroups: [`sg-${i}`],
        }));
        const stack = stackOf(network({ group: { ingress } }));
        assert.deepEqual(await say("endpoint-rules-within-quota", stack), []);
    });

    it("names the rule by which another group admits the members of the endpoint's", async () => {
        const stack = network({ group: { egress: [HTTPS_FROM_VPC] } });
        const members = ingressRule(
            {
                securityGroupId: "sg-0123",
                cidrIpv4: undefined,
                referencedSecurityGroupId: outputOf(stack.group),
            },
            { name: "from-members" },
        );
        assert.deepEqual(await say("endpoint-egress-empty", stackOf(stack, members)), [
            'endpoint-egress-empty advisory SecurityGroup "endpoints": securityGroupEgress[0]: an endpoint opens no connections, ' +
                'but SecurityGroupIngress "from-members" uses this group too; give the endpoint a group of its own',
        ]);
    });

    it("names an instance of aws-native that uses the group of the endpoint", async () => {
        const stack = network({ group: { egress: [HTTPS_FROM_VPC] } });
        const instance = {
            type: "aws-native:ec2:Instance",
            name: "node",
            inputs: { securityGroupIds: [outputOf(stack.group)] },
            computed: {},
        };
        const [line] = await say("endpoint-egress-empty", stackOf(stack, instance));
        assert.match(line ?? "", /but Instance "node" uses this group too/);
    });

    it("counts a rule whose source group preview does not know", async () => {
        const other = securityGroup({}, { name: "clients" });
        const stack = network({
            group: {
                ingress: [
                    { ...HTTPS_FROM_VPC, cidrBlocks: undefined, securityGroups: [outputOf(other)] },
                ],
            },
        });
        assert.deepEqual(await say("endpoint-ingress-matches-ip-type", stackOf(stack, other)), []);
    });
});

describe("what aws-native writes otherwise", () => {
    it("takes not-specified for left out", async () => {
        const endpoint = {
            ipAddressType: "not-specified",
            dnsOptions: { dnsRecordIpType: "not-specified" },
        };
        assert.deepEqual(
            await say("ip-address-type-consistent", stackOf(network({ endpoint }))),
            [],
        );
    });

    it("finds a log group by its name", async () => {
        const stack = network({ logGroup: { retentionInDays: 1 } });
        stack.log.inputs.logDestination = undefined;
        stack.log.inputs.logGroupName = outputOf(stack.logGroup);
        const [line] = await say("flow-logs-retention", stackOf(stack));
        assert.match(line ?? "", /LogGroup "flow-logs": retentionInDays: keeps events for 1 days/);
    });

    it("reads a range of a subnet in a resource of its own", async () => {
        const stack = network({ endpoint: { ipAddressType: "dualstack" } });
        const range = {
            type: "aws-native:ec2:SubnetCidrBlock",
            name: "range",
            inputs: { subnetId: outputOf(stack.subnet), ipv6CidrBlock: "2001:db8::/64" },
            computed: {},
        };
        const name = "subnets-match-ip-type";
        assert.deepEqual(await say(name, stackOf(stack, range)), []);
        const without = network({ endpoint: { ipAddressType: "dualstack" } });
        assert.equal((await say(name, stackOf(without))).length, 1);
    });

    for (const phase of PHASES) {
        it(`leads nodes of a cluster out through NAT (${phase})`, async () => {
            const own = vpc();
            const [control, nodes] = ["control", "nodes"].map((name) =>
                subnet({ vpcId: outputOf(own) }, { name }),
            ) as [TestResource, TestResource];
            const closed = cluster({ subnetIds: [outputOf(control)] });
            const table = routeTable(own);
            const nat = natGateway();
            const group = nodeGroup(closed, [outputOf(nodes)]);
            const write = (...more: TestResource[]): TestResource[] =>
                writeNative([stackResource(), own, control, nodes, closed, group, ...more]);
            const asked = [clusterEndpointsPresent];
            const way = [
                table,
                nat,
                routed(nodes, outputOf(table)),
                defaultRoute(outputOf(table), { natGatewayId: outputOf(nat) }),
            ];
            assert.equal((await judgeAll(write(), { phase, asked })).length, 1);
            assert.deepEqual(await judgeAll(write(...way), { phase, asked }), []);
        });

        it(`asks other DNS servers, as DHCP options say (${phase})`, async () => {
            const stack = network();
            const others = dhcpOptions(["10.1.2.3"], outputOf(stack.vpc));
            const [line] = await judgeAll(writeNative(stackOf(stack, ...others)), {
                phase,
                asked: [vpcDnsAttributes],
            });
            assert.match(line ?? "", /ask 10\.1\.2\.3 by DhcpOptions "corporate"/);
        });
    }

    it("mixes with resources of the aws provider", async () => {
        const own = vpc({ enableDnsHostnames: false });
        const place = subnet({ vpcId: outputOf(own) });
        const eks = endpoint({ vpcId: outputOf(own), subnetIds: [outputOf(place)] });
        writeNative([eks]);
        const stack = [stackResource(), own, place, eks];
        for (const phase of PHASES) {
            assert.deepEqual(await judgeAll(stack, { phase, asked: [vpcDnsAttributes] }), [
                'vpc-dns-attributes mandatory Vpc "vpc": enableDnsHostnames: is off, which is also the default, so private names ' +
                    "do not resolve; set it to true",
            ]);
        }
    });

    it("does not call rules of a group in two forms wrong, which its provider keeps apart", async () => {
        const stack = network();
        const rule = ingressRule({ securityGroupId: outputOf(stack.group) });
        assert.deepEqual(await say("endpoint-rules-in-one-place", stackOf(stack, rule)), []);
    });

    it("has an egress rule that AWS gives where there is none", async () => {
        const name = "endpoint-egress-empty";
        const write = "write one rule for 127.0.0.1/32, with which AWS takes its own away";
        assert.deepEqual(await say(name, stackOf(network())), []);
        assert.deepEqual(await say(name, stackOf(network({ group: { egress: [] } }))), [
            `${name} advisory SecurityGroup "endpoints": securityGroupEgress: has no rule, so AWS lets everything out, and an ` +
                `endpoint opens no connections; ${write}`,
        ]);
        assert.deepEqual(
            await say(name, stackOf(network({ group: { egress: [HTTPS_FROM_VPC] } }))),
            [
                `${name} advisory SecurityGroup "endpoints": securityGroupEgress[0]: an endpoint opens no connections, so ` +
                    `${write}, in place of this one`,
            ],
        );
    });
});

describe("a resource of aws-native that is put right", () => {
    const perimeter = { accountIds: ["111122223333"] };
    const cases: [
        string,
        Policies[number],
        Parameters<typeof compliantNetwork>[0],
        string,
        object,
    ][] = [
        ["a policy", endpointPolicyRequired, { endpoint: { policy: undefined } }, "eks", perimeter],
        ["traffic of all kinds", flowLogsAllTraffic, { log: { trafficType: "REJECT" } }, "log", {}],
        ["DNS", vpcDnsAttributes, { vpc: { enableDnsSupport: false } }, "vpc", {}],
    ];
    for (const [what, policy, spoil, about, own] of cases) {
        it(`gets ${what} under the name that its provider reads`, async () => {
            const stack = writeNative(stackOf(compliantNetwork(spoil)));
            const remediated = await remediateAll(policy, stack, { ...own });
            const { properties = {} } =
                remediated.find(({ resource }) => resource === about) ?? assert.fail();
            const { policyDocument, trafficType, enableDnsSupport } = properties;
            switch (about) {
                case "eks":
                    assert.match(String(policyDocument), /aws:PrincipalAccount/);
                    assert.ok(!("policy" in properties));
                    break;
                case "log":
                    assert.equal(trafficType, "ALL");
                    break;
                default:
                    assert.equal(enableDnsSupport, true);
            }
        });
    }

    it("is one of EKS in its region", async () => {
        const serviceName = `com.amazonaws.${REGION}.sts`;
        const stack = writeNative(
            stackOf(compliantNetwork({ endpoint: { policy: undefined, serviceName } })),
        );
        assert.deepEqual(await remediateAll(endpointPolicyRequired, stack, perimeter), []);
    });
});
