import assert from "node:assert/strict";

import { Vpc } from "@pulumi/aws/ec2/vpc";
import { secret } from "@pulumi/pulumi";
import { EksEndpointSet, type EksEndpointSetArgs } from "eks-privatelink";

import { authorize, connect, resolve } from "../../simulated-aws/index";
import { createNetwork, existingNetwork } from "./network";
import { useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

const POLICY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Sid: "ReadOwnClusters",
            Effect: "Allow",
            Principal: "*",
            Action: "eks:DescribeCluster",
            Resource: "*",
            Condition: {
                StringEquals: {
                    "aws:PrincipalAccount": "111122223333",
                    "aws:ResourceAccount": "111122223333",
                },
            },
        },
    ],
});

describe("arguments of EksEndpointSet", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let network: { vpcId: string; subnetIds: string[] };
    let program: () => unknown;

    before(async () => {
        network = await existingNetwork(engine());
        stack = await engine().stack("arguments", () => program());
    });

    afterEach(async () => {
        await stack.destroy();
    });

    /** Deploys one set. */
    async function deploy(changes: Partial<EksEndpointSetArgs>): Promise<Run> {
        program = () => {
            const set = new EksEndpointSet("eks", { ...network, ...changes });
            return { endpointIds: set.endpointIds, securityGroupId: set.securityGroupId };
        };
        const run = await stack.up();
        assert.deepEqual(run.errors, []);
        return run;
    }

    it("may all come from resources of the same program", async () => {
        program = () => {
            const { vpc, vpcId, subnetIds } = createNetwork("network");
            const ingress = { cidrBlocks: [vpc.cidrBlock] };
            const { hostNames } = new EksEndpointSet("eks", { vpcId, subnetIds, ingress });
            return { hostNames };
        };
        const preview = await stack.preview();
        assert.deepEqual([preview.errors, preview.warnings], [[], []]);
        assert.ok(preview.steps.includes("create eks-oidc-eks"));
        const { errors, warnings } = await stack.up();
        assert.deepEqual([errors, warnings], [[], []]);
        assert.deepEqual((await stack.up()).changes, {});
    });

    it("may leave the ingress of a VPC of the same program to be looked up", async () => {
        program = () => {
            const { vpcId, subnetIds } = createNetwork("network");
            const { addresses } = new EksEndpointSet("eks", { vpcId, subnetIds });
            return { addresses, vpcId };
        };
        assert.deepEqual((await stack.preview()).errors, []);
        const { outputs } = await stack.up();
        const client = { vpcId: String(outputs.vpcId), address: "10.20.9.9" };
        const { eks } = outputs.addresses as { [service: string]: string[] };
        assert.equal(connect(engine().world, client, eks?.[0] ?? "", 443).allowed, true);
    });

    it("take a security group of the user's own in place of the managed one", async () => {
        const group = await engine().make("aws:ec2/securityGroup:SecurityGroup", {
            vpcId: network.vpcId,
            name: "own",
        });
        const { registered, outputs } = await deploy({ securityGroupIds: [group.id] });
        assert.ok(!registered.includes("eks-clients"));
        assert.equal(outputs.securityGroupId, group.id);
        const { endpoints } = engine().world.objects;
        assert.deepEqual(
            Object.values(endpoints).map(({ securityGroupIds }) => securityGroupIds),
            [[group.id], [group.id], [group.id]],
        );
    });

    it("take a whole policy document for one service, and build the others", async () => {
        const { outputs } = await deploy({ policyDocuments: { eks: POLICY } });
        const ids = outputs.endpointIds as { [service: string]: string };
        const allowed = (service: string, action: string) =>
            authorize(engine().world, ids[service] ?? "", {
                principalArn: "arn:aws:iam::111122223333:role/deployer",
                action,
            }).allowed;
        assert.equal(allowed("eks", "eks:DescribeCluster"), true);
        assert.equal(allowed("eks", "eks:ListClusters"), false);
        assert.equal(allowed("eks-auth", "eks-auth:AssumeRoleForPodIdentity"), true);
    });

    it("allow two sets with different services in one VPC", async () => {
        program = () => {
            new EksEndpointSet("eks", { ...network, services: ["eks", "oidc-eks"] });
            new EksEndpointSet("pods", {
                ...network,
                services: ["eks-auth"],
                flowLogs: { enabled: false },
            });
            return undefined;
        };
        assert.deepEqual((await stack.up()).errors, []);
        const look = (name: string) => resolve(engine().world, network, name).status;
        assert.equal(look("eks.eu-west-1.amazonaws.com"), "private");
        assert.equal(look("eks-auth.eu-west-1.api.aws"), "private");
    });

    it("stay secret in the stack's state", async () => {
        const policy = POLICY.replace("ReadOwnClusters", "SecretSid");
        await deploy({
            policyDocuments: { eks: secret(policy) },
            tags: { owner: secret("secret-owner") },
            ingress: { cidrBlocks: secret(["10.20.77.0/24"]) },
        });
        const state = engine().stateOf(stack);
        assert.match(state, /"ciphertext":/);
        for (const hidden of ["SecretSid", "10.20.77.0/24", "secret-owner"]) {
            assert.ok(!state.includes(hidden), `${hidden} is in the state`);
        }
    });

    it("may be of a VPC that is imported into the same program", async () => {
        program = () => {
            const vpc = new Vpc(
                "adopted",
                { cidrBlock: "10.20.0.0/16", enableDnsHostnames: true },
                {
                    import: network.vpcId,
                    retainOnDelete: true,
                },
            );
            const { hostNames } = new EksEndpointSet("eks", { ...network, vpcId: vpc.id });
            return { hostNames };
        };
        assert.deepEqual((await stack.up()).errors, []);
    });
});
