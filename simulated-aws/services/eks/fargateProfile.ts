import type { ResourceModel } from "../../model/resource";
import { stringMap, stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { SOMEWHERE } from "../../packet/publicAddress";
import { routeFor } from "../../packet/routes";
import { AwsError } from "../../world/errors";
import { arnOf, demand, find, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { admitRole } from "./accessEntries";
import { demandCluster } from "./cluster";
import { issueUuid, memberId } from "./members";
import { demandOwnSubnets } from "./nodeGroupRules";
import { letsAssume } from "./trust";

/** `aws.eks.FargateProfile`: which pods of a cluster run on Fargate, and in which private subnets. */
export const fargateProfile: ResourceModel = {
    schema: {
        token: "aws:eks/fargateProfile:FargateProfile",
        required: {
            clusterName: "string",
            podExecutionRoleArn: "string",
            selectors: {
                list: {
                    object: { labels: stringMap, namespace: "string" },
                    required: ["namespace"],
                },
                unordered: true,
            },
        },
        optional: { subnetIds: stringSet, tags: stringMap },
        settled: { fargateProfileName: "string", region: "string" },
        computed: { arn: "string", status: "string", tagsAll: stringMap },
        // Pulumi's own limit.
        autoName: { property: "fargateProfileName", maxLength: 255 },
        replaceOn: [
            "clusterName",
            "fargateProfileName",
            "podExecutionRoleArn",
            "region",
            "selectors",
            "subnetIds",
        ],
    },
    operations: {
        service: "EKS",
        create: "CreateFargateProfile",
        update: "TagResource",
        delete: "DeleteFargateProfile",
    },
    create(scope, inputs) {
        const given = read(inputs);
        const cluster = demandCluster(scope, given.text("clusterName"));
        const name = given.text("fargateProfileName");
        const id = memberId(scope, cluster.name, name);
        if (find(scope, "fargateProfiles", id) !== undefined) {
            throw invalid(
                `A Fargate Profile already exists with this name in this cluster: ${name}`,
            );
        }
        demandSelectors(inputs);
        demandOwnSubnets(scope, cluster, given.texts("subnetIds"));
        demandPrivate(scope, cluster.vpcId, given.texts("subnetIds"));
        const roleArn = given.text("podExecutionRoleArn");
        demandTrust(scope, roleArn);
        const { account, region } = scope;
        put(scope.world, "fargateProfiles", {
            id,
            account,
            region,
            tags: given.tags(),
            clusterName: cluster.name,
            uuid: issueUuid(scope),
            name,
            subnetIds: given.texts("subnetIds"),
            roleArn,
            selectors: given
                .records("selectors")
                .map(read)
                .map((each) => ({
                    namespace: each.text("namespace"),
                    labels: each.tags("labels"),
                })),
        });
        admitRole(scope, cluster, roleArn, "FARGATE_LINUX");
        return `${cluster.name}:${name}`;
    },
    read(scope, id) {
        const found = find(scope, "fargateProfiles", worldIdOf(scope, id));
        return (
            found && {
                ...common(found),
                arn: arnOf(
                    scope,
                    "eks",
                    `fargateprofile/${found.clusterName}/${found.name}/${found.uuid}`,
                ),
                clusterName: found.clusterName,
                fargateProfileName: found.name,
                podExecutionRoleArn: found.roleArn,
                selectors: found.selectors.map(({ namespace, labels }) => ({
                    namespace,
                    ...(Object.keys(labels).length === 0 ? {} : { labels }),
                })),
                status: "ACTIVE",
                subnetIds: found.subnetIds,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "fargateProfiles", worldIdOf(scope, id));
        put(scope.world, "fargateProfiles", { ...found, tags: read(news).tags() });
    },
    delete(scope, id) {
        remove(scope.world, "fargateProfiles", worldIdOf(scope, id));
    },
};

function worldIdOf(scope: Scope, id: string): string {
    const [clusterName = "", name = ""] = id.split(":");
    return memberId(scope, clusterName, name);
}

/** Five at most. https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html */
function demandSelectors(inputs: Properties): void {
    const count = read(inputs).records("selectors").length;
    if (count < 1 || count > 5) {
        throw invalid(`A Fargate Profile has one to five selectors, and ${count} were given`);
    }
}

/** A private subnet has no route to an internet gateway. */
function demandPrivate(scope: Scope, vpcId: string, subnetIds: string[]): void {
    const isOpen = (subnetId: string) =>
        Object.values(SOMEWHERE).some((address) =>
            routeFor(scope.world, { vpcId, subnetId }, address)?.target.gatewayId?.startsWith(
                "igw-",
            ),
        );
    const open = subnetIds.find(isOpen);
    if (open !== undefined) {
        throw invalid(`Subnet ${open} provided in Fargate Profile is not a private subnet`);
    }
}

function demandTrust(scope: Scope, roleArn: string): void {
    const service = "eks-fargate-pods.amazonaws.com";
    if (!letsAssume(scope, roleArn, service)) {
        throw invalid(
            `Misconfigured PodExecutionRole Trust Policy; Please add the ${service} Service Principal`,
        );
    }
}

function invalid(message: string): AwsError {
    return new AwsError("InvalidParameterException", message);
}
