import * as assert from "node:assert/strict";

import { Eip } from "@pulumi/aws/ec2/eip";
import { getSubnetsOutput } from "@pulumi/aws/ec2/getSubnets";
import { getVpcOutput } from "@pulumi/aws/ec2/getVpc";
import { InternetGateway } from "@pulumi/aws/ec2/internetGateway";
import { NatGateway } from "@pulumi/aws/ec2/natGateway";
import { RouteTable } from "@pulumi/aws/ec2/routeTable";
import { RouteTableAssociation } from "@pulumi/aws/ec2/routeTableAssociation";
import { Subnet } from "@pulumi/aws/ec2/subnet";
import { Vpc } from "@pulumi/aws/ec2/vpc";
import { Cluster } from "@pulumi/aws/eks/cluster";
import { NodeGroup } from "@pulumi/aws/eks/nodeGroup";
import { Role } from "@pulumi/aws/iam/role";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment";
import { describe, it } from "mocha";

import { simulate } from "../../../simulated-aws";

// Loads the module as a whole, as most programs do: the SDK then hands resources on as they are.
import "@pulumi/aws/iam";

/** A role for a service of AWS, with managed policies. */
function roleFor(name: string, service: string, policies: string[]) {
    const Statement = [
        { Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" },
    ];
    const role = new Role(name, { assumeRolePolicy: JSON.stringify({ Statement }) });
    for (const policy of policies) {
        new RolePolicyAttachment(policy, { role, policyArn: `arn:aws:iam::aws:policy/${policy}` });
    }
    return role;
}

/** A cluster whose nodes are in private subnets, which have a NAT gateway where wanted. */
function program(isNatted: boolean) {
    const vpc = new Vpc("main", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
    const vpcId = vpc.id;
    const gateway = new InternetGateway("main", { vpcId });
    const subnet = (name: string, index: number) =>
        new Subnet(name, {
            vpcId,
            cidrBlock: `10.0.${index}.0/24`,
            availabilityZone: `eu-west-1${index % 2 === 0 ? "a" : "b"}`,
        });
    const table = (
        name: string,
        target: { gatewayId?: typeof gateway.id; natGatewayId?: typeof gateway.id },
    ) => new RouteTable(name, { vpcId, routes: [{ cidrBlock: "0.0.0.0/0", ...target }] });
    const open = subnet("open", 0);
    const inside = [subnet("a", 2), subnet("b", 3)];
    new RouteTableAssociation("open", {
        subnetId: open.id,
        routeTableId: table("open", { gatewayId: gateway.id }).id,
    });
    if (isNatted) {
        const eip = new Eip("nat", {});
        const nat = new NatGateway(
            "main",
            { subnetId: open.id, allocationId: eip.id },
            { dependsOn: gateway },
        );
        const natted = table("inside", { natGatewayId: nat.id });
        inside.forEach(({ id }, index) => {
            new RouteTableAssociation(`inside-${index}`, { subnetId: id, routeTableId: natted.id });
        });
    }
    const subnetIds = inside.map(({ id }) => id);
    const cluster = new Cluster("main", {
        roleArn: roleFor("cluster", "eks.amazonaws.com", ["AmazonEKSClusterPolicy"]).arn,
        vpcConfig: { subnetIds },
    });
    const nodes = new NodeGroup("nodes", {
        clusterName: cluster.name,
        nodeRoleArn: roleFor("node", "ec2.amazonaws.com", ["AmazonEKSWorkerNodePolicy"]).arn,
        subnetIds,
        scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 2 },
    });
    return { vpcId, nodes: nodes.id, subnetIds };
}

describe("a program with a cluster", () => {
    it("has nodes that join over a NAT gateway, and none that do without", async () => {
        const natted = simulate();
        const outputs = await natted.run("network/dev", () => program(true));
        natted.nodeGroup(outputs.nodes).joins().assert();
        assert.deepEqual(natted.unmodelled, {});
        const closed = simulate();
        const { nodes } = await closed.run("network/dev", () => program(false));
        assert.match(
            closed.nodeGroup(nodes).joins().assertNot().reason,
            /they do not reach \w+\.gr7\.eu-west-1\.eks\.amazonaws\.com: no private zone.* no route of rtb-/,
        );
    });

    it("attaches policies to a role that is given as a resource", async () => {
        const aws = simulate();
        await aws.run("network/dev", () => program(false));
        assert.deepEqual(
            Object.values(aws.world.objects.roles).map(
                ({ managedPolicyArns }) => managedPolicyArns,
            ),
            [
                ["arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"],
                ["arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"],
            ],
        );
    });

    it("may be in the default VPC", async () => {
        const aws = simulate();
        const { ids } = await aws.run("network/dev", () => {
            const vpc = getVpcOutput({ default: true });
            const filters = [{ name: "vpc-id", values: [vpc.id] }];
            return { ids: getSubnetsOutput({ filters }).ids };
        });
        assert.equal((ids as string[]).length, 3);
    });
});
