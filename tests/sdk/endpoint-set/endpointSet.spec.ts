import assert from "node:assert/strict";
import { interpolate, Output, output } from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";
import { EksEndpointConnection, EksEndpointSet, EksEndpointSetArgs } from "../../../sdk/index";
import { createNetwork, createSecurityGroup, Network } from "../../support/network";
import { Registration, RunOptions, runProgram, valueOf } from "../../support/runProgram";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

interface Deployed {
    set: EksEndpointSet;
    registrations: Registration[];
    network: Network;
}

/** Deploys a set into a network of its own. */
async function deploy(
    args: Partial<EksEndpointSetArgs> = {},
    options: RunOptions & { ipv6?: boolean } = {},
): Promise<Deployed> {
    const network = await createNetwork({ ipv6: options.ipv6 });
    const { vpcId, subnetIds, world } = network;
    const { value: set, registrations } = await runProgram(
        () => new EksEndpointSet("eks", { vpcId, subnetIds, ...args }),
        { ...options, world },
    );
    return { set, registrations, network };
}

/** Inputs of the registrations of a type, by name. */
function inputsOf(
    registrations: Registration[],
    type: string,
): { [name: string]: Registration["inputs"] } {
    return Object.fromEntries(
        registrations.filter((row) => row.type === type).map(({ name, inputs }) => [name, inputs]),
    );
}

describe("EksEndpointSet", () => {
    describe("with defaults", () => {
        let deployed: Deployed;
        before(async () => {
            deployed = await deploy();
        });

        it("has these children, whose names are a promise", () => {
            assert.deepEqual(
                deployed.registrations.map(({ type, name }) => `${type} ${name}`).sort(),
                [
                    "aws:cloudwatch/logGroup:LogGroup eks-flow-log-group",
                    "aws:ec2/flowLog:FlowLog eks-flow-log",
                    "aws:ec2/securityGroup:SecurityGroup eks-clients",
                    "aws:ec2/vpcEndpoint:VpcEndpoint eks-eks",
                    "aws:ec2/vpcEndpoint:VpcEndpoint eks-eks-auth",
                    "aws:ec2/vpcEndpoint:VpcEndpoint eks-oidc-eks",
                    "aws:iam/role:Role eks-flow-log-role",
                    "aws:iam/rolePolicy:RolePolicy eks-flow-log-role-policy",
                    "eks-privatelink:index:EksEndpointSet eks",
                ],
            );
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
                assert.equal(inputs.privateDnsEnabled, true);
                assert.equal(inputs.ipAddressType, "ipv4");
                assert.deepEqual(inputs.dnsOptions, { dnsRecordIpType: "ipv4" });
                assert.deepEqual(inputs.subnetIds, deployed.network.subnetIds);
                assert.deepEqual(inputs.tags, { Name: name });
            }
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
                outputs.map(async ([name, value]) => [
                    name,
                    await valueOf(value as Output<unknown>),
                ]),
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

    it("shows names, policies and rules in a preview, while IDs are unknown", async () => {
        const { registrations, set } = await deploy({}, { preview: true });
        const eks = inputsOf(registrations, ENDPOINT)["eks-eks"];
        assert.equal(eks?.serviceName, "com.amazonaws.eu-central-1.eks");
        assert.match(String(eks.policy), /aws:PrincipalAccount/);
        assert.equal(await valueOf(set.endpointIds), undefined);
        assert.deepEqual(Object.keys((await valueOf(set.hostNames)) ?? {}), [
            "eks",
            "eks-auth",
            "oidc-eks",
        ]);
    });

    it("keeps the number of subnets visible in a preview that does not know their IDs yet", async () => {
        const { vpcId, world } = await createNetwork();
        const later = output(unknown as unknown as string);
        const { registrations } = await runProgram(
            () => new EksEndpointSet("eks", { vpcId, subnetIds: [later, later] }),
            { world, preview: true },
        );
        const eks = inputsOf(registrations, ENDPOINT)["eks-eks"];
        assert.equal((eks?.subnetIds as unknown[]).length, 2);
    });

    it("speaks both families in endpoint, DNS records and rules of a dual-stack set", async () => {
        const { registrations } = await deploy({ ipAddressType: "dualstack" }, { ipv6: true });
        const eks = inputsOf(registrations, ENDPOINT)["eks-eks"];
        const group = inputsOf(registrations, "aws:ec2/securityGroup:SecurityGroup")["eks-clients"];
        const [rule] = group?.ingress as { ipv6CidrBlocks: string[] }[];
        assert.equal(eks?.ipAddressType, "dualstack");
        assert.deepEqual(eks.dnsOptions, { dnsRecordIpType: "dualstack" });
        assert.match(rule?.ipv6CidrBlocks[0] ?? "", /::\/56$/);
    });

    it("builds the policies for an organisation and takes documents as they are", async () => {
        const own =
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},' +
            '"Action":"eks-auth:AssumeRoleForPodIdentity","Resource":"*"}]}';
        const { registrations, set } = await deploy({
            endpointPolicy: {
                organizationIds: ["o-a1b2c3d4e5"],
                actions: { eks: ["eks:DescribeCluster"] },
            },
            policyDocuments: { "eks-auth": own },
        });
        const endpoints = inputsOf(registrations, ENDPOINT);
        assert.match(
            String(endpoints["eks-eks"]?.policy),
            /"Action":"eks:DescribeCluster".*o-a1b2c3d4e5/,
        );
        assert.equal(endpoints["eks-eks-auth"]?.policy, own);
        assert.deepEqual(Object.keys((await valueOf(set.policyDocuments)) ?? {}), [
            "eks",
            "eks-auth",
        ]);
    });

    it("uses security groups of the user's own and creates none", async () => {
        const { world, vpcId, subnetIds } = await createNetwork();
        const own = await createSecurityGroup(world, vpcId);
        const { registrations, value } = await runProgram(
            () => new EksEndpointSet("eks", { vpcId, subnetIds, securityGroupIds: [own] }),
            { world },
        );
        assert.deepEqual(inputsOf(registrations, "aws:ec2/securityGroup:SecurityGroup"), {});
        assert.deepEqual(inputsOf(registrations, ENDPOINT)["eks-eks"]?.securityGroupIds, [own]);
        assert.equal(await valueOf(value.securityGroupId), own);
    });

    it("logs to a private, encrypted bucket that expires what is older than the retention", async () => {
        const { registrations } = await deploy({
            flowLogs: { destination: "s3", retentionInDays: 30 },
        });
        const names = registrations
            .map(({ name }) => name)
            .filter((name) => name.includes("flow-log"));
        assert.deepEqual(names.sort(), [
            "eks-flow-log",
            "eks-flow-log-bucket",
            "eks-flow-log-bucket-access",
            "eks-flow-log-bucket-encryption",
            "eks-flow-log-bucket-lifecycle",
            "eks-flow-log-bucket-policy",
        ]);
    });

    for (const flowLogs of [{ enabled: false }, { existingFlowLogId: "fl-0123456789abcdef0" }]) {
        it(`creates no flow log with ${JSON.stringify(flowLogs)}`, async () => {
            const { registrations, set } = await deploy({ flowLogs });
            assert.deepEqual(
                registrations.filter(({ name }) => name.includes("flow-log")),
                [],
            );
            const id = set.flowLogId === undefined ? undefined : await valueOf(set.flowLogId);
            assert.equal(id, flowLogs.existingFlowLogId);
        });
    }

    it("asks AWS for nothing but account and region when told not to verify", async () => {
        const { registrations } = await runProgram(
            () =>
                new EksEndpointSet("eks", {
                    vpcId: "vpc-unseen",
                    subnetIds: ["subnet-unseen"],
                    ingress: { cidrBlocks: ["10.0.0.0/8"] },
                    verify: false,
                }),
            { preview: true },
        );
        const eks = inputsOf(registrations, ENDPOINT)["eks-eks"];
        assert.equal(eks?.vpcId, "vpc-unseen");
        assert.deepEqual(eks.subnetIds, ["subnet-unseen"]);
    });

    it("does not delete endpoints without private DNS before they are replaced, because they can coexist", async () => {
        const { registrations, set } = await deploy({ privateDnsEnabled: false });
        const endpoints = registrations.filter(({ type }) => type === ENDPOINT);
        assert.ok(endpoints.every(({ deleteBeforeReplace }) => !deleteBeforeReplace));
        const regional = (await valueOf(set.regionalDnsNames))?.eks;
        assert.equal(
            (await valueOf(set.clientEnvironment))?.AWS_ENDPOINT_URL_EKS,
            `https://${regional}`,
        );
    });

    it("gives every created resource the tags, and endpoints their name as well", async () => {
        const { registrations } = await deploy({ tags: { team: "platform" } });
        const children = registrations.filter(({ name }) => name !== "eks");
        const tagged = children.filter(({ inputs }) => "tags" in inputs);
        assert.equal(tagged.length, 7);
        for (const { inputs, type, name } of tagged) {
            const ownTags = type === ENDPOINT ? { Name: name } : {};
            assert.deepEqual(inputs.tags, { ...ownTags, team: "platform" });
        }
    });

    it("takes values that come later", async () => {
        const { vpcId, subnetIds, world } = await createNetwork();
        const { registrations } = await runProgram(
            () =>
                new EksEndpointSet("eks", {
                    vpcId: output(vpcId),
                    subnetIds: output(subnetIds),
                    endpointPolicy: { accountIds: output(["444455556666"]) },
                    ingress: { cidrBlocks: [interpolate`10.0.0.0/16`] },
                }),
            { world },
        );
        const eks = inputsOf(registrations, ENDPOINT)["eks-eks"];
        assert.deepEqual(eks?.subnetIds, subnetIds);
        assert.match(String(eks.policy), /444455556666/);
    });
});
