import assert from "node:assert/strict";

import { endpointIngressMatchesIpType as policy } from "../../../../policy-pack/policies/security-group/endpointIngressMatchesIpType";
import { judge, reasonsOf } from "../../support/judge";
import {
    compliantNetwork,
    HTTPS_FROM_VPC,
    ingressRule,
    network,
    prefixList,
    securityGroup,
    stackOf,
} from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const OF_GROUP = 'VpcEndpoint "eks": its security group "endpoints" ';
const NO_IPV6 =
    "admits nobody over IPv6 on TCP 443, although the endpoint serves IPv6; add IPv6 ranges, or change ipAddressType";
const DUAL_STACK = { ipAddressType: "dualstack" };

describe("endpointIngressMatchesIpType", () => {
    it("accepts IPv4 ranges for an endpoint that leaves its IP address type out", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("rejects a dual-stack endpoint that admits nobody over IPv6", async () => {
        assert.deepEqual(await judge(policy, stackOf(network({ endpoint: DUAL_STACK }))), [
            ["mandatory", "eks", OF_GROUP + NO_IPV6],
        ]);
    });

    it("rejects an endpoint whose groups admit nobody", async () => {
        assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress: [] } }))), [
            [
                "mandatory",
                "eks",
                'VpcEndpoint "eks": its security group "endpoints" admits nobody over IPv4 on TCP 443, although the endpoint serves IPv4; ' +
                    "add IPv4 ranges, or change ipAddressType",
            ],
        ]);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`names the groups, at each endpoint that has them (${phase})`, async () => {
            const shared = compliantNetwork({ endpoint: DUAL_STACK });
            Object.assign(shared.issuer.inputs, DUAL_STACK);
            assert.deepEqual(await judge(policy, stackOf(shared), { phase }), [
                ["mandatory", "eks", OF_GROUP + NO_IPV6],
                ["mandatory", "oidc-eks", OF_GROUP.replace("eks", "oidc-eks") + NO_IPV6],
            ]);
            const own = network({ endpoint: DUAL_STACK });
            const other = securityGroup({}, { name: "other" });
            own.endpoint.inputs.securityGroupIds = [outputOf(own.group), outputOf(other)];
            assert.deepEqual(await judge(policy, stackOf(own, other), { phase }), [
                [
                    "mandatory",
                    "eks",
                    `VpcEndpoint "eks": none of its security groups ("endpoints", "other") ${NO_IPV6}`,
                ],
            ]);
        });
    }

    it("accepts a rule resource for the other family", async () => {
        const stack = network({ endpoint: DUAL_STACK });
        const rule = ingressRule({
            securityGroupId: outputOf(stack.group),
            cidrIpv4: undefined,
            cidrIpv6: "2001:db8::/56",
        });
        assert.deepEqual(await judge(policy, stackOf(stack, rule)), []);
    });

    it("counts a source group for both families, also while its ID is unknown", async () => {
        const nodes = securityGroup({}, { name: "nodes" });
        const ingress = [{ ...HTTPS_FROM_VPC, cidrBlocks: [], securityGroups: [outputOf(nodes)] }];
        const stack = network({ endpoint: DUAL_STACK, group: { ingress } });
        assert.deepEqual(await judge(policy, stackOf(stack, nodes)), []);
    });

    it("looks into a prefix list of the stack", async () => {
        const list = prefixList({ entries: [{ cidr: "10.0.0.0/8" }] });
        const ingress = [{ ...HTTPS_FROM_VPC, cidrBlocks: [], prefixListIds: [outputOf(list)] }];
        const stack = network({ endpoint: DUAL_STACK, group: { ingress } });
        assert.deepEqual(await judge(policy, stackOf(stack, list)), [
            ["mandatory", "eks", OF_GROUP + NO_IPV6],
        ]);
    });

    it("counts a prefix list from elsewhere for both families", async () => {
        const ingress = [{ ...HTTPS_FROM_VPC, cidrBlocks: [], prefixListIds: ["pl-0123"] }];
        const stack = network({ endpoint: DUAL_STACK, group: { ingress } });
        assert.deepEqual(await judge(policy, stackOf(stack)), []);
    });

    it("does not apply when one of the groups is known by its ID only", async () => {
        const { group } = network();
        const endpoint = { ...DUAL_STACK, securityGroupIds: [outputOf(group), "sg-0123"] };
        const stack = stackOf(network({ endpoint }));
        assert.deepEqual(await judge(policy, stack), []);
        assert.deepEqual(await reasonsOf(policy, stack), [
            'VpcEndpoint "eks" has security group sg-0123, which is not in this stack',
        ]);
    });

    it("only advises when an unknown range may be of the missing family", async () => {
        const ingress = [{ ...HTTPS_FROM_VPC, ipv6CidrBlocks: [later("2001:db8:1::/56")] }];
        const stack = network({ endpoint: DUAL_STACK, group: { ingress } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "endpoints",
                'SecurityGroup "endpoints": not judged yet: string value at .ingress.0.ipv6CidrBlocks.0 can\'t be known during preview',
            ],
        ]);
    });

    for (const ingress of ["tcp", [7], [null], [{ ...HTTPS_FROM_VPC, cidrBlocks: [7, "ten"] }]]) {
        it(`counts nobody in malformed rules: ${JSON.stringify(ingress)}`, async () => {
            assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }))), [
                [
                    "mandatory",
                    "eks",
                    'VpcEndpoint "eks": its security group "endpoints" admits nobody over IPv4 on TCP 443, although the endpoint serves IPv4; ' +
                        "add IPv4 ranges, or change ipAddressType",
                ],
            ]);
        });
    }
});
