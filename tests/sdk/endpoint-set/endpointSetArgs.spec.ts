import assert from "node:assert/strict";

import { interpolate, output } from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";

import { EksEndpointSet } from "../../../sdk/index";
import { deploy, ENDPOINT, inputsOf } from "../../support/deploySet";
import { createNetwork, createSecurityGroup } from "../../support/network";
import { runProgram, valueOf } from "../../support/runProgram";

describe("EksEndpointSet with arguments", () => {
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
        const { registrations } = await deploy({ ipAddressType: "dualstack" }, { hasIpv6: true });
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

    it("encrypts the bucket with the key that is given, and without bucket keys", async () => {
        const type =
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
        const kmsKeyId = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd";
        const { registrations } = await deploy({ flowLogs: { destination: "s3", kmsKeyId } });
        assert.deepEqual(inputsOf(registrations, type)["eks-flow-log-bucket-encryption"]?.rules, [
            {
                applyServerSideEncryptionByDefault: {
                    sseAlgorithm: "aws:kms",
                    kmsMasterKeyId: kmsKeyId,
                },
                bucketKeyEnabled: false,
            },
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
                    vpcId: "vpc-0123",
                    subnetIds: ["subnet-unseen"],
                    ingress: { cidrBlocks: ["10.0.0.0/8"] },
                    verify: false,
                }),
            { preview: true },
        );
        const eks = inputsOf(registrations, ENDPOINT)["eks-eks"];
        assert.equal(eks?.vpcId, "vpc-0123");
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

    it("gives every created resource the tags and that of the set, and endpoints their name as well", async () => {
        const { registrations } = await deploy({ tags: { team: "platform" } });
        const children = registrations.filter(({ name }) => name !== "eks");
        const tagged = children.filter(({ inputs }) => "tags" in inputs);
        assert.equal(tagged.length, 7);
        for (const { inputs, type, name } of tagged) {
            const ownTags = type === ENDPOINT ? { Name: name } : {};
            assert.deepEqual(inputs.tags, {
                ...ownTags,
                "eks-privatelink": "organization/project/stack/EksEndpointSet/eks",
                team: "platform",
            });
        }
    });

    it("leaves a tag to the user that has the key of its own", async () => {
        const { registrations } = await deploy({ tags: { "eks-privatelink": "mine" } });
        const tagged = registrations.filter(({ name, inputs }) => name !== "eks" && inputs.tags);
        assert.equal(tagged.length, 7);
        for (const { inputs } of tagged) {
            assert.equal((inputs.tags as { [key: string]: string })["eks-privatelink"], "mine");
        }
    });

    it("writes its name into the tag with letters that AWS takes", async () => {
        const { vpcId, subnetIds, world } = await createNetwork();
        const { registrations } = await runProgram(
            () => new EksEndpointSet("eks", { vpcId, subnetIds, services: ["eks"] }),
            { world, project: "a#b" },
        );
        const [endpoint] = Object.values(inputsOf(registrations, ENDPOINT));
        assert.deepEqual(endpoint?.tags, {
            Name: "eks-eks",
            "eks-privatelink": "organization/a_b/stack/EksEndpointSet/eks",
        });
    });

    it("writes the policy of the delivery role under one name, so that there is never a second", async () => {
        const { registrations } = await deploy();
        const policies = inputsOf(registrations, "aws:iam/rolePolicy:RolePolicy");
        assert.equal(policies["eks-flow-log-role-policy"]?.name, "flow-log-delivery");
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
