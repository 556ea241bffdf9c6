import assert from "node:assert/strict";

import { Output, output } from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";

import type { EksEndpointConnection } from "../../../sdk/index";
import { deploy, type Deployed, ENDPOINT, inputsOf, PRIVATE_DNS } from "../../support/deploySet";
import { valueOf } from "../../support/runProgram";

describe("EksEndpointSet with defaults", () => {
    let deployed: Deployed;
    before(async () => {
        deployed = await deploy();
    });

    it("has these children, whose names are a promise", () => {
        assert.deepEqual(deployed.registrations.map(({ type, name }) => `${type} ${name}`).sort(), [
            "aws:cloudwatch/logGroup:LogGroup eks-flow-log-group",
            "aws:ec2/flowLog:FlowLog eks-flow-log",
            "aws:ec2/securityGroup:SecurityGroup eks-clients",
            "aws:ec2/vpcEndpoint:VpcEndpoint eks-eks",
            "aws:ec2/vpcEndpoint:VpcEndpoint eks-eks-auth",
            "aws:ec2/vpcEndpoint:VpcEndpoint eks-oidc-eks",
            "aws:iam/role:Role eks-flow-log-role",
            "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive eks-flow-log-role-policies",
            "aws:iam/rolePolicy:RolePolicy eks-flow-log-role-policy",
            "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive eks-flow-log-role-attachments",
            "aws:vpc/endpointPrivateDns:EndpointPrivateDns eks-eks-auth-private-dns",
            "aws:vpc/endpointPrivateDns:EndpointPrivateDns eks-eks-private-dns",
            "aws:vpc/endpointPrivateDns:EndpointPrivateDns eks-oidc-eks-private-dns",
            "eks-privatelink:index:EksEndpointSet eks",
        ]);
    });

    it("is the parent of all of them", async () => {
        const urn = await valueOf(deployed.set.urn);
        const children = deployed.registrations.filter(({ name }) => name !== "eks");
        assert.deepEqual([...new Set(children.map(({ parent }) => parent))], [urn]);
    });

    it("gives every endpoint what makes it a private IPv4 interface endpoint", () => {
        const endpoints = inputsOf(deployed.registrations, ENDPOINT);
        for (const [name, inputs] of Object.entries(endpoints)) {
            assert.equal(inputs.vpcEndpointType, "Interface");
            assert.equal(inputs.privateDnsEnabled, undefined);
            assert.equal(inputs.ipAddressType, "ipv4");
            assert.deepEqual(inputs.dnsOptions, { dnsRecordIpType: "ipv4" });
            assert.deepEqual(inputs.subnetIds, deployed.network.subnetIds);
            assert.deepEqual(inputs.tags, {
                Name: name,
                "eks-privatelink": "organization/project/stack/EksEndpointSet/eks",
            });
        }
    });

    it("switches private DNS on for each once it is available", () => {
        const switches = inputsOf(deployed.registrations, PRIVATE_DNS);
        const { endpoints } = deployed.network.world.objects;
        const services = Object.entries(switches).map(([name, inputs]) => {
            assert.equal(inputs.privateDnsEnabled, true);
            return [name, endpoints[String(inputs.vpcEndpointId)]?.serviceName.split(".").at(-1)];
        });
        assert.deepEqual(services.sort(), [
            ["eks-eks-auth-private-dns", "eks-auth"],
            ["eks-eks-private-dns", "eks"],
            ["eks-oidc-eks-private-dns", "oidc-eks"],
        ]);
        assert.ok(Object.values(endpoints).every(({ privateDnsEnabled }) => privateDnsEnabled));
    });

    it("lets principals of its own account call its own resources, and sends the OIDC issuer no policy", () => {
        const endpoints = inputsOf(deployed.registrations, ENDPOINT);
        const { Statement } = JSON.parse(String(endpoints["eks-eks"]?.policy)) as {
            Statement: unknown[];
        };
        assert.deepEqual(Statement, [
            {
                Sid: "FromAccountsToAccounts",
                Effect: "Allow",
                Principal: "*",
                Action: "eks:*",
                Resource: "*",
                Condition: {
                    StringEquals: {
                        "aws:PrincipalAccount": "111122223333",
                        "aws:ResourceAccount": "111122223333",
                    },
                },
            },
        ]);
        assert.match(
            String(endpoints["eks-eks-auth"]?.policy),
            /eks-auth:AssumeRoleForPodIdentity/,
        );
        assert.equal(endpoints["eks-oidc-eks"]?.policy, undefined);
    });

    it("admits the ranges of the VPC on TCP 443 and lets nothing out", () => {
        const group = inputsOf(deployed.registrations, "aws:ec2/securityGroup:SecurityGroup");
        assert.deepEqual(group["eks-clients"]?.egress, []);
        assert.deepEqual(group["eks-clients"].ingress, [
            {
                description: "HTTPS from clients of the EKS endpoints",
                protocol: "tcp",
                fromPort: 443,
                toPort: 443,
                cidrBlocks: ["10.0.0.0/16"],
                ipv6CidrBlocks: [],
                prefixListIds: [],
                securityGroups: [],
            },
        ]);
    });

    it("has endpoints with private DNS deleted before they are replaced", () => {
        const endpoints = deployed.registrations.filter(({ type }) => type === ENDPOINT);
        assert.ok(endpoints.every(({ deleteBeforeReplace }) => deleteBeforeReplace));
    });

    it("registers exactly its public fields as outputs", async () => {
        const outputs = Object.entries(deployed.set).filter(
            ([name, value]) => Output.isInstance(value) && name !== "urn",
        );
        const values = await Promise.all(
            outputs.map(async ([name, value]) => [name, await valueOf(value as Output<unknown>)]),
        );
        assert.deepEqual(values.map(([name]) => name).sort(), [
            "addresses",
            "clientEnvironment",
            "connection",
            "endpointArns",
            "endpointIds",
            "flowLogDestinationArn",
            "flowLogId",
            "hostNames",
            "monthlyCostUsd",
            "networkInterfaceIds",
            "policyDocuments",
            "regionalDnsNames",
            "securityGroupId",
            "serviceNames",
        ]);
        assert.ok(values.every(([, value]) => value !== undefined));
    });

    it("costs what three endpoints in two zones cost", async () => {
        assert.equal(await valueOf(deployed.set.monthlyCostUsd ?? output(0)), 52.56);
    });

    it("is known to cost that in a preview that knows of the subnets only how many there are", async () => {
        const later = output(unknown) as unknown as Output<string>;
        const { set } = await deploy({ subnetIds: [later, later] }, { preview: true });
        assert.equal(await valueOf(set.monthlyCostUsd ?? output(0)), 52.56);
    });

    it("tells other stacks who may connect and whom the policies let through", async () => {
        const connection = (await valueOf(deployed.set.connection)) as EksEndpointConnection;
        const { region, partition, accountId, vpcId, schemaVersion } = connection;
        assert.deepEqual(
            { region, partition, accountId, vpcId, schemaVersion },
            {
                region: "eu-central-1",
                partition: "aws",
                accountId: "111122223333",
                vpcId: deployed.network.vpcId,
                schemaVersion: 1,
            },
        );
        assert.deepEqual(connection.admitted.cidrBlocks, ["10.0.0.0/16"]);
        assert.deepEqual(connection.perimeter.accountIds, ["111122223333"]);
        assert.deepEqual(connection.services["oidc-eks"]?.hostNames, [
            "oidc.eks.eu-central-1.amazonaws.com",
            "oidc-eks.eu-central-1.api.aws",
        ]);
    });
});

describe("EksEndpointSet with EKS Capabilities", () => {
    it("gives their endpoint no policy and nothing to switch private DNS with, and the others both", async () => {
        const { registrations } = await deploy({ services: ["eks", "eks-capabilities"] });
        const endpoints = inputsOf(registrations, ENDPOINT);
        const told = Object.entries(endpoints).map(([name, inputs]) => [
            name,
            inputs.serviceName,
            `${name}-private-dns` in inputsOf(registrations, PRIVATE_DNS),
            inputs.policy === undefined,
        ]);
        assert.deepEqual(told.sort(), [
            ["eks-eks", "com.amazonaws.eu-central-1.eks", true, false],
            ["eks-eks-capabilities", "com.amazonaws.eu-central-1.eks-capabilities", false, true],
        ]);
    });

    it("tells other stacks of their endpoint, without host names", async () => {
        const { set } = await deploy({ services: ["eks", "eks-capabilities"] });
        const connection = (await valueOf(set.connection)) as EksEndpointConnection;
        assert.match(connection.services["eks-capabilities"]?.endpointId ?? "", /^vpce-/);
        assert.deepEqual(connection.services["eks-capabilities"]?.hostNames, []);
        assert.deepEqual((await valueOf(set.hostNames))?.["eks-capabilities"], []);
        assert.deepEqual(Object.keys((await valueOf(set.policyDocuments)) ?? {}), ["eks"]);
    });

    it("refuses a policy for them", async () => {
        await assert.rejects(
            deploy({
                services: ["eks-capabilities"],
                endpointPolicy: { actions: { "eks-capabilities": ["eks:*"] } },
            }),
            /endpointPolicy\.actions\.eks-capabilities: eks-capabilities takes no endpoint policy/,
        );
    });
});
