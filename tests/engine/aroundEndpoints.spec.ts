import assert from "node:assert/strict";

import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { VpcDhcpOptions } from "@pulumi/aws/ec2/vpcDhcpOptions";
import { VpcDhcpOptionsAssociation } from "@pulumi/aws/ec2/vpcDhcpOptionsAssociation";
import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint";
import { Key } from "@pulumi/aws/kms/key";
import { KeyPolicy } from "@pulumi/aws/kms/keyPolicy";
import { ResolverEndpoint } from "@pulumi/aws/route53/resolverEndpoint";
import { ResolverRule } from "@pulumi/aws/route53/resolverRule";
import { ResolverRuleAssociation } from "@pulumi/aws/route53/resolverRuleAssociation";
import { EndpointPrivateDns } from "@pulumi/aws/vpc/endpointPrivateDns";
import { SecurityGroupVpcAssociation } from "@pulumi/aws/vpc/securityGroupVpcAssociation";

import { resolve } from "../../simulated-aws/index";
import { createNetwork } from "./network";
import { idsIn, useEngine } from "./support";
import type { TestStack } from "./testStack";

const KEY_POLICY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: {
                AWS: "arn:aws:iam::111122223333:root",
                Service: "delivery.logs.amazonaws.com",
            },
            Action: "kms:*",
            Resource: "*",
        },
    ],
});

/** An endpoint with what other teams put around it, each in a resource of its own. */
function program(): object {
    const { vpcId, subnetIds } = createNetwork("network");
    const { vpcId: groupVpcId } = createNetwork("groups", { prefix: "10.30" });
    const group = new SecurityGroup("clients", {
        vpcId: groupVpcId,
        egress: [{ protocol: "udp", fromPort: 53, toPort: 53, cidrBlocks: ["192.168.0.53/32"] }],
    });
    const association = new SecurityGroupVpcAssociation("clients", {
        securityGroupId: group.id,
        vpcId,
    });
    const endpoint = new VpcEndpoint(
        "eks",
        {
            vpcId,
            serviceName: "com.amazonaws.eu-west-1.eks",
            vpcEndpointType: "Interface",
            subnetIds,
            securityGroupIds: [group.id],
        },
        { dependsOn: association },
    );
    new EndpointPrivateDns("eks", { vpcEndpointId: endpoint.id, privateDnsEnabled: true });
    const options = new VpcDhcpOptions("own", { domainNameServers: ["AmazonProvidedDNS"] });
    new VpcDhcpOptionsAssociation("own", { vpcId, dhcpOptionsId: options.id });
    const outbound = new ResolverEndpoint(
        "outbound",
        {
            direction: "OUTBOUND",
            securityGroupIds: [group.id],
            ipAddresses: subnetIds.map((subnetId) => ({ subnetId })),
        },
        { dependsOn: association },
    );
    const rule = new ResolverRule("corp", {
        domainName: "corp.example",
        ruleType: "FORWARD",
        resolverEndpointId: outbound.id,
        targetIps: [{ ip: "192.168.0.53" }],
    });
    new ResolverRuleAssociation("corp", { resolverRuleId: rule.id, vpcId });
    const key = new Key("logs", {});
    new KeyPolicy("logs", { keyId: key.id, policy: KEY_POLICY });
    return { vpcId };
}

describe("what stands around an endpoint, in the engine", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;

    before(async () => {
        stack = await engine().stack("around", program);
    });

    it("goes up, and decides what names resolve to", async () => {
        const run = await stack.up();
        assert.deepEqual(run.errors, []);
        const { vpcId } = run.outputs as { vpcId: string };
        const status = (name: string) => resolve(engine().world, { vpcId }, name).status;
        assert.equal(status("eks.eu-west-1.amazonaws.com"), "private");
        assert.equal(status("ldap.corp.example"), "unknown");
    });

    it("has nothing to change in the next update, nor after a refresh", async () => {
        const again = await stack.up();
        assert.deepEqual([again.errors, again.steps], [[], []]);
        const refreshed = await stack.refresh();
        assert.deepEqual([refreshed.errors, refreshed.changes], [[], {}]);
        const third = await stack.up();
        assert.deepEqual([third.errors, third.steps], [[], []]);
    });

    it("leaves nothing when it is destroyed", async () => {
        const run = await stack.destroy();
        assert.deepEqual(run.errors, []);
        assert.deepEqual(idsIn(engine().world), []);
    });
});
