import assert from "node:assert/strict";

import { endpointInOneVpc as policy } from "../../../../policy-pack/policies/availability/endpointInOneVpc";
import { judge } from "../../support/judge";
import {
    compliantStack,
    network,
    providerOf,
    securityGroup,
    stackOf,
    subnet,
    vpc,
} from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

const OWNER = "444455556666";
const PARTICIPANT = "111122223333";

/** An association of the group of the network with another VPC. */
function groupVpcAssociation(group: TestResource, place: TestResource): TestResource {
    return {
        type: "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation",
        name: "associated",
        inputs: { securityGroupId: outputOf(group), vpcId: outputOf(place) },
        computed: {},
    };
}

/** The network with a group of another VPC, which may be associated with that of the network. */
function withForeignGroup({ associated = false } = {}): TestResource[] {
    const tools = vpc({ cidrBlock: "10.1.0.0/16" }, { name: "tools" });
    const stack = network({ group: { vpcId: outputOf(tools) } });
    const association = associated ? [groupVpcAssociation(stack.group, stack.vpc)] : [];
    return stackOf(stack, tools, ...association);
}

describe("endpointInOneVpc", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`accepts an endpoint in one VPC (${phase})`, async () => {
            assert.deepEqual(await judge(policy, compliantStack(), { phase }), []);
        });

        it(`rejects a group of another VPC (${phase})`, async () => {
            assert.deepEqual(await judge(policy, withForeignGroup(), { phase }), [
                [
                    "mandatory",
                    "eks",
                    'VpcEndpoint "eks": securityGroupIds: has SecurityGroup "endpoints" of Vpc "tools", but the endpoint is in ' +
                        'Vpc "vpc", so AWS refuses it; name a group of the endpoint\'s VPC, or associate this one with it by an ' +
                        "aws.vpc.SecurityGroupVpcAssociation",
                ],
            ]);
        });

        it(`accepts a group of another VPC that is associated with this one (${phase})`, async () => {
            const stack = withForeignGroup({ associated: true });
            assert.deepEqual(await judge(policy, stack, { phase }), []);
        });
    }

    it("rejects a subnet of another VPC", async () => {
        const tools = vpc({ cidrBlock: "10.1.0.0/16" }, { name: "tools" });
        const foreign = subnet({ vpcId: outputOf(tools) }, { name: "foreign" });
        const stack = network({ endpoint: { subnetIds: [outputOf(foreign)] } });
        assert.deepEqual(await judge(policy, stackOf(stack, tools, foreign)), [
            [
                "mandatory",
                "eks",
                'VpcEndpoint "eks": subnetIds: has Subnet "foreign" of Vpc "tools", but the endpoint is in Vpc "vpc", so AWS ' +
                    "refuses it; name subnets of the endpoint's VPC",
            ],
        ]);
    });

    it("rejects a group whose VPC has another ID than that of the endpoint", async () => {
        const ids = { endpoint: { vpcId: "vpc-1" }, subnet: { vpcId: "vpc-1" } };
        const stack = (vpcId: string): TestResource[] =>
            stackOf(network({ ...ids, group: { vpcId } }));
        assert.equal((await judge(policy, stack("vpc-2"))).length, 1);
        assert.deepEqual(await judge(policy, stack("vpc-1")), []);
    });

    it("does not guess whether an ID is that of a VPC whose ID preview does not know", async () => {
        const stack = stackOf(network({ group: { vpcId: "vpc-1" } }));
        assert.deepEqual(await judge(policy, stack), []);
    });

    it("waits for a VPC that preview does not know", async () => {
        const stack = stackOf(network({ group: { vpcId: later("vpc-1") } }));
        assert.deepEqual(
            (await judge(policy, stack)).map(([level, resource]) => [level, resource]),
            [["advisory", "endpoints"]],
        );
    });

    it("says nothing of a group that leaves its VPC out", async () => {
        const stack = network();
        const group = securityGroup({}, { name: "placeless" });
        stack.endpoint.inputs.securityGroupIds = [outputOf(group)];
        assert.deepEqual(await judge(policy, stackOf(stack, group)), []);
    });

    const shared =
        `VpcEndpoint "eks": is of account ${PARTICIPANT}, but Vpc "vpc" and Subnet "subnet" of account ${OWNER}; AWS lets ` +
        "nobody but the owner of a shared VPC create endpoints there, so create it with that account's provider, or use a " +
        "VPC of your own";

    it("rejects subnets that another account shares", async () => {
        const spoil = {
            vpc: { ownerId: OWNER },
            subnet: { arn: `arn:aws:ec2:eu-central-1:${OWNER}:subnet/subnet-1` },
            endpoint: { ownerId: PARTICIPANT },
        };
        assert.deepEqual(await judge(policy, stackOf(network(spoil))), [
            ["mandatory", "eks", shared],
        ]);
    });

    it("rejects an endpoint made with the provider of another account than that of its VPC", async () => {
        const stack = network();
        for (const each of [stack.vpc, stack.subnet]) {
            each.provider = providerOf(OWNER);
        }
        stack.endpoint.provider = providerOf(PARTICIPANT);
        assert.deepEqual(await judge(policy, stackOf(stack)), [["mandatory", "eks", shared]]);
        stack.endpoint.provider = providerOf(OWNER);
        assert.deepEqual(await judge(policy, stackOf(stack)), []);
    });
});
