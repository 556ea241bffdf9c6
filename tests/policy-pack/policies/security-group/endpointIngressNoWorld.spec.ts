import assert from "node:assert/strict";

import { endpointIngressNoWorld as policy } from "../../../../policy-pack/policies/security-group/endpointIngressNoWorld";
import { judge, reasonsOf } from "../../support/judge";
import {
    HTTPS_FROM_VPC,
    ingressRule,
    network,
    prefixList,
    prefixListEntry,
    securityGroup,
    stackOf,
} from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const NARROW_IT = "admit the ranges of your own networks instead";

describe("endpointIngressNoWorld", () => {
    it("accepts the range of a VPC", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("rejects the IPv4 internet", async () => {
        const ingress = [{ ...HTTPS_FROM_VPC, cidrBlocks: ["10.0.0.0/16", "0.0.0.0/0"] }];
        assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }))), [
            [
                "mandatory",
                "endpoints",
                `SecurityGroup "endpoints": ingress[0].cidrBlocks[1]: 0.0.0.0/0 admits the whole IPv4 internet; ${NARROW_IT}`,
            ],
        ]);
    });

    it("rejects the IPv6 internet, however it is written", async () => {
        const ingress = [{ ...HTTPS_FROM_VPC, ipv6CidrBlocks: ["0:0::/0"] }];
        assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }))), [
            [
                "mandatory",
                "endpoints",
                `SecurityGroup "endpoints": ingress[0].ipv6CidrBlocks[0]: 0:0::/0 admits the whole IPv6 internet; ${NARROW_IT}`,
            ],
        ]);
    });

    it("rejects the internet in a SecurityGroupIngressRule", async () => {
        const stack = network({ group: { ingress: undefined } });
        const rule = ingressRule({ securityGroupId: outputOf(stack.group), cidrIpv4: "0.0.0.0/0" });
        assert.deepEqual(await judge(policy, stackOf(stack, rule)), [
            [
                "mandatory",
                "rule",
                `SecurityGroupIngressRule "rule": cidrIpv4: 0.0.0.0/0 admits the whole IPv4 internet; ${NARROW_IT}`,
            ],
        ]);
    });

    it("rejects halves of the internet in two groups of an endpoint", async () => {
        const halves = ["0.0.0.0/1", "128.0.0.0/1"].map((cidrIpv4, i) => {
            const group = securityGroup({ ingress: [] }, { name: `half${i}` });
            const rule = ingressRule(
                { securityGroupId: outputOf(group), cidrIpv4 },
                { name: `rule${i}` },
            );
            return { group, rule };
        });
        const stack = network({
            endpoint: { securityGroupIds: halves.map(({ group }) => outputOf(group)) },
        });
        const more = halves.flatMap(({ group, rule }) => [group, rule]);
        assert.deepEqual(await judge(policy, stackOf(stack, ...more)), [
            [
                "mandatory",
                "rule0",
                'SecurityGroupIngressRule "rule0": cidrIpv4: together with the other ranges (0.0.0.0/1, 128.0.0.0/1) ' +
                    `admits the whole IPv4 internet; ${NARROW_IT}`,
            ],
        ]);
    });

    it("rejects the internet in a prefix list of the stack", async () => {
        const list = prefixList({ entries: [{ cidr: "10.0.0.0/8" }, { cidr: "0.0.0.0/0" }] });
        const ingress = [
            { ...HTTPS_FROM_VPC, cidrBlocks: undefined, prefixListIds: [outputOf(list)] },
        ];
        assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }), list)), [
            [
                "mandatory",
                "clients",
                `ManagedPrefixList "clients": entries[1].cidr: 0.0.0.0/0 admits the whole IPv4 internet; ${NARROW_IT}`,
            ],
        ]);
    });

    it("rejects the internet in an entry that is a resource", async () => {
        const list = prefixList({});
        const entry = prefixListEntry({ prefixListId: outputOf(list), cidr: "::/0" });
        const stack = network({ group: { ingress: undefined } });
        const rule = ingressRule({
            securityGroupId: outputOf(stack.group),
            cidrIpv4: undefined,
            prefixListId: outputOf(list),
        });
        assert.deepEqual(await judge(policy, stackOf(stack, list, entry, rule)), [
            [
                "mandatory",
                "entry",
                `ManagedPrefixListEntry "entry": cidr: ::/0 admits the whole IPv6 internet; ${NARROW_IT}`,
            ],
        ]);
    });

    it("does not apply to a group of which only the ID is known", async () => {
        const stack = network({ endpoint: { securityGroupIds: ["sg-0123"] } });
        assert.deepEqual(await reasonsOf(policy, stackOf(stack)), [
            'VpcEndpoint "eks" has security group sg-0123, which is not in this stack',
        ]);
    });

    it("judges the known range beside an unknown one", async () => {
        const ingress = [{ ...HTTPS_FROM_VPC, cidrBlocks: [later("10.0.0.0/16"), "0.0.0.0/0"] }];
        assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }))), [
            [
                "mandatory",
                "endpoints",
                `SecurityGroup "endpoints": ingress[0].cidrBlocks[1]: 0.0.0.0/0 admits the whole IPv4 internet; ${NARROW_IT}`,
            ],
            [
                "advisory",
                "endpoints",
                'SecurityGroup "endpoints": not judged yet: string value at .ingress.0.cidrBlocks.0 can\'t be known during preview',
            ],
        ]);
    });

    it("does not mind an unknown source group", async () => {
        const nodes = securityGroup({}, { name: "nodes" });
        const ingress = [{ ...HTTPS_FROM_VPC, securityGroups: [outputOf(nodes)] }];
        assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }), nodes)), []);
    });

    it("rejects what is no range, and passes over what is no text", async () => {
        const cidrBlocks = [7, "ten", "10.0.0.0/33"];
        const stack = network({ group: { ingress: [{ ...HTTPS_FROM_VPC, cidrBlocks }] } });
        const noRange = (path: string, range: string): [string, string, string] => [
            "mandatory",
            "endpoints",
            `SecurityGroup "endpoints": ingress[0].${path}: "${range}" is no IPv4 range in CIDR notation; ` +
                "write an address and a prefix length, such as 10.0.0.0/16",
        ];
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            noRange("cidrBlocks[1]", "ten"),
            noRange("cidrBlocks[2]", "10.0.0.0/33"),
        ]);
    });

    for (const ingress of ["tcp", [7], [null], {}]) {
        it(`says nothing about malformed rules: ${JSON.stringify(ingress)}`, async () => {
            assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }))), []);
        });
    }
});
