import assert from "node:assert/strict";

import { endpointIngressCoversVpc as policy } from "../../../../policy-pack/policies/security-group/endpointIngressCoversVpc";
import { judge, reasonsOf } from "../../support/judge";
import {
    compliantNetwork,
    HTTPS_FROM_VPC,
    ingressRule,
    network,
    prefixList,
    stackOf,
    vpc,
    vpcRange,
} from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

function leavesOut(range = "100.64.0.0/16"): [string, string, string] {
    return [
        "advisory",
        "endpoints",
        `SecurityGroup "endpoints": admits nobody of ${range} on TCP 443, which VpcIpv4CidrBlockAssociation "pod-range" adds to ` +
            "the VPC of the endpoint; where nodes or pods get addresses there, admit the range, because the endpoint does not " +
            "answer them",
    ];
}

describe("endpointIngressCoversVpc", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`advises about a further range that a group does not admit, once a group (${phase})`, async () => {
            const stack = compliantNetwork();
            const resources = stackOf(stack, vpcRange(stack.vpc));
            assert.deepEqual(await judge(policy, resources, { phase }), [leavesOut()]);
        });

        it(`accepts one that is admitted, whole or in part, inline or by a rule (${phase})`, async () => {
            for (const range of ["100.64.0.0/16", "100.64.0.0/18", "100.64.0.0/10", "0.0.0.0/0"]) {
                const stack = network();
                const rule = ingressRule({
                    securityGroupId: outputOf(stack.group),
                    cidrIpv4: range,
                });
                const resources = stackOf(stack, vpcRange(stack.vpc), rule);
                assert.deepEqual(await judge(policy, resources, { phase }), []);
            }
            const cidrBlocks = ["10.0.0.0/16", "100.64.0.0/16"];
            const inline = network({ group: { ingress: [{ ...HTTPS_FROM_VPC, cidrBlocks }] } });
            const resources = stackOf(inline, vpcRange(inline.vpc));
            assert.deepEqual(await judge(policy, resources, { phase }), []);
        });
    }

    it("does not count a range that is admitted on another port", async () => {
        const stack = network();
        const rule = ingressRule({
            securityGroupId: outputOf(stack.group),
            cidrIpv4: "100.64.0.0/16",
            fromPort: 80,
            toPort: 80,
        });
        const resources = stackOf(stack, vpcRange(stack.vpc), rule);
        assert.deepEqual(await judge(policy, resources), [leavesOut()]);
    });

    it("looks into a prefix list of the stack, and takes one from elsewhere for any range", async () => {
        const list = prefixList({ entries: [{ cidr: "10.0.0.0/8" }] });
        for (const [prefixListIds, expected] of [
            [[outputOf(list)], [leavesOut()]],
            [["pl-0123"], []],
        ] as const) {
            const ingress = [{ ...HTTPS_FROM_VPC, cidrBlocks: [], prefixListIds }];
            const stack = network({ group: { ingress } });
            const resources = stackOf(stack, list, vpcRange(stack.vpc));
            assert.deepEqual(await judge(policy, resources), expected);
        }
    });

    it("takes members of a group for clients in any range", async () => {
        for (const members of [{ securityGroups: ["sg-0123"] }, { self: true }]) {
            const stack = network({ group: { ingress: [{ ...HTTPS_FROM_VPC, ...members }] } });
            assert.deepEqual(await judge(policy, stackOf(stack, vpcRange(stack.vpc))), []);
        }
    });

    it("knows a VPC of another stack by its ID", async () => {
        const stack = network({ endpoint: { vpcId: "vpc-0123" } });
        const range = vpcRange(stack.vpc, { vpcId: "vpc-0123" });
        assert.deepEqual(await judge(policy, stackOf(stack, range)), [leavesOut()]);
    });

    it("leaves further ranges of other VPCs, IPv6 endpoints and groups without IPv4 ranges alone", async () => {
        const other = vpc({}, { name: "other" });
        const stack = network();
        assert.deepEqual(await judge(policy, stackOf(stack, other, vpcRange(other))), []);
        for (const spoil of [
            { endpoint: { ipAddressType: "ipv6" } },
            { group: { ingress: [] } },
            { endpoint: { serviceName: "com.amazonaws.eu-central-1.ec2" } },
        ]) {
            const spoilt = network(spoil);
            assert.deepEqual(await judge(policy, stackOf(spoilt, vpcRange(spoilt.vpc))), []);
        }
    });

    it("does not apply when one of the groups is known by its ID only", async () => {
        const { group } = network();
        const stack = network({ endpoint: { securityGroupIds: [outputOf(group), "sg-0123"] } });
        const resources = stackOf(stack, vpcRange(stack.vpc));
        assert.deepEqual(await judge(policy, resources), []);
        assert.deepEqual(await reasonsOf(policy, resources), [
            'VpcEndpoint "eks" has security group sg-0123, which is not in this stack',
        ]);
    });

    it("does not guess at unknown ranges, of the VPC or of a rule", async () => {
        const stack = network();
        const pool = vpcRange(stack.vpc, { cidrBlock: later("100.64.0.0/16") });
        const unsure = "can't be known during preview";
        assert.deepEqual(await judge(policy, stackOf(stack, pool)), [
            [
                "advisory",
                "pod-range",
                `VpcIpv4CidrBlockAssociation "pod-range": not judged yet: string value at .cidrBlock ${unsure}`,
            ],
        ]);
        const ingress = [
            { ...HTTPS_FROM_VPC, cidrBlocks: ["10.0.0.0/16", later("100.64.0.0/16")] },
        ];
        const open = network({ group: { ingress } });
        assert.deepEqual(await judge(policy, stackOf(open, vpcRange(open.vpc))), [
            [
                "advisory",
                "endpoints",
                `SecurityGroup "endpoints": not judged yet: string value at .ingress.0.cidrBlocks.1 ${unsure}`,
            ],
        ]);
    });

    for (const cidrBlock of [undefined, 7, "ten", ["100.64.0.0/16", 3], "fd00::/8"]) {
        it(`says nothing about a malformed range: ${JSON.stringify(cidrBlock)}`, async () => {
            const stack = network();
            const range = vpcRange(stack.vpc, { cidrBlock });
            assert.deepEqual(await judge(policy, stackOf(stack, range)), []);
        });
    }
});
