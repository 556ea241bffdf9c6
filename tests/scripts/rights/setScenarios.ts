import { EksEndpointSet, type EksEndpointSetArgs, FlowLogDestination } from "eks-privatelink";

import {
    createWorld,
    DEFAULT_ACCOUNT,
    memoryStore,
    Provider,
    type World,
} from "../../../simulated-aws/index";
import { listOf, patch, theOne } from "../../engine/drifts";
import { createNetwork } from "../../support/network";
import { Deployer, example, REGION } from "./deployer";
import { setGrants } from "./grants";
import { beginning, change, END, findLost, repair } from "./phases";
import { placesOf } from "./places";
import type { Scenario } from "./scenario";

/** A key that the log service may use. */
async function createKey(world: World): Promise<string> {
    const config = { account: DEFAULT_ACCOUNT, region: REGION, defaultTags: {} };
    const policy = JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { AWS: `arn:aws:iam::${DEFAULT_ACCOUNT}:root` },
                Action: "kms:*",
                Resource: "*",
            },
            {
                Effect: "Allow",
                Principal: { Service: `logs.${REGION}.amazonaws.com` },
                Action: [
                    "kms:Encrypt*",
                    "kms:Decrypt*",
                    "kms:ReEncrypt*",
                    "kms:GenerateDataKey*",
                    "kms:Describe*",
                ],
                Resource: "*",
            },
        ],
    });
    const provider = new Provider(memoryStore(world), config);
    const { outputs } = await provider.create("aws:kms/key:Key", { policy }, false);
    return outputs.arn as string;
}

/** A hand changes the role, and lets the group out. */
function meddle(world: World): void {
    const role = theOne(world, "roles");
    const open = { Version: "2012-10-17", Statement: [] };
    patch(world, "roles", role, {
        assumeRolePolicy: JSON.stringify(open),
        description: "mine",
        maxSessionDuration: 7200,
        managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
        inlinePolicies: { ...role.inlinePolicies, other: JSON.stringify(open) },
    });
    const rule = listOf(world, "securityGroupRules").find(({ isEgress }) => !isEgress);
    if (rule !== undefined) {
        const id = "sgr-0dddddddddddddddd";
        patch(world, "securityGroupRules", { ...rule, id }, { isEgress: true, description: "" });
    }
}

/** A set with a flow log in a log group, from the example `minimal`: changed, meddled with, half lost and destroyed. */
export async function setWithLogGroup(): Promise<Scenario> {
    const zones = ["a", "b", "c"];
    const network = await createNetwork({ world: createWorld(), region: REGION, zones });
    const { world, vpcId, subnetIds, cidrBlock } = network;
    const key = await createKey(world);
    const first = example("minimal", { vpcId, subnetIds: subnetIds.slice(0, 2) });
    const other = () =>
        new EksEndpointSet("eks", {
            vpcId,
            subnetIds,
            ingress: { cidrBlocks: [cidrBlock, "10.99.0.0/16"] },
            flowLogs: { retentionInDays: 30, kmsKeyId: key },
            tags: { team: "network" },
        });
    const places = placesOf("eks", { "vpc-id": vpcId, "subnet-id": subnetIds });
    const grants = setGrants(places, "log group");
    return {
        grants,
        proven: grants,
        deployer: new Deployer({ world, pending: new Set() }),
        phases: [
            ...beginning(first),
            ...change(first, other),
            repair(first, meddle),
            findLost(first, "eks-clients", "eks-flow-log-role"),
            END,
        ],
    };
}

/** A set with a flow log in a bucket. */
export async function setWithBucket(): Promise<Scenario> {
    const { world, vpcId, subnetIds } = await createNetwork({
        world: createWorld(),
        region: REGION,
    });
    const program = (args: Partial<EksEndpointSetArgs> = {}) => {
        const destination = FlowLogDestination.S3;
        const flowLogs = { destination, forceDestroy: true };
        return () => new EksEndpointSet("eks", { vpcId, subnetIds, flowLogs, ...args });
    };
    const places = placesOf("eks", { "vpc-id": vpcId, "subnet-id": subnetIds });
    const grants = setGrants(places, "bucket");
    return {
        grants,
        proven: grants.slice(1),
        deployer: new Deployer({ world, pending: new Set() }),
        phases: [
            ...beginning(program()),
            ...change(program(), program({ tags: { team: "network" } })),
            END,
        ],
    };
}
