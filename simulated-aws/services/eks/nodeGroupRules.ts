import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Cluster } from "../../world/objects/eks";
import { find } from "../../world/objectsOf";
import { partitionOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { letsAssume } from "./trust";

/** What EKS refuses of a node group, when it is created or changed. */
export function demandGroup(scope: Scope, cluster: Cluster, inputs: Properties): void {
    const given = read(inputs);
    demandOwnSubnets(scope, cluster, given.texts("subnetIds"));
    demandTrust(scope, given.text("nodeRoleArn"), "nodeRole", ["ec2"]);
    demandSizes(given.record("scalingConfig"));
    demandVersion(cluster, given.text("version", cluster.version));
}

/** Subnets are of the cluster's VPC. The wording of the second refusal is simulated. */
export function demandOwnSubnets(scope: Scope, cluster: Cluster, subnetIds: string[]): void {
    for (const id of subnetIds) {
        const vpcId = find(scope, "subnets", id)?.vpcId;
        if (vpcId === undefined) {
            throw invalid(`The subnet ID '${id}' does not exist`);
        }
        if (vpcId !== cluster.vpcId) {
            throw invalid(`The subnet ${id} is not in ${cluster.vpcId}, the VPC of the cluster`);
        }
    }
}

/** A role has to let a service of EC2 or EKS assume it; `what` is how EKS calls the role. */
export function demandTrust(
    scope: Scope,
    roleArn: string,
    what: "nodeRole" | "clusterRole",
    services: string[],
): void {
    const suffixes = ["amazonaws.com", partitionOf(scope.region).dnsSuffix];
    const missing = services.filter(
        (service) => !suffixes.some((suffix) => letsAssume(scope, roleArn, `${service}.${suffix}`)),
    );
    if (missing.length > 0) {
        const principals = missing.map((service) => `${service}.amazonaws.com`).join(", ");
        throw invalid(
            `Following required service principals [${principals}] were not found in the trust ` +
                `relationships of ${what} ${roleArn}`,
        );
    }
}

function demandSizes(config: Properties): void {
    const given = read(config);
    const [least, wanted, most] = [
        given.number("minSize"),
        given.number("desiredSize"),
        given.number("maxSize"),
    ];
    if (most < 1) {
        throw invalid(`The maximum size ${most} must be at least 1`);
    }
    if (least > wanted) {
        throw invalid(`Minimum capacity ${least} can't be greater than desired size ${wanted}`);
    }
    if (wanted > most) {
        throw invalid(`desired capacity ${wanted} can't be greater than max size ${most}`);
    }
}

/** Nodes are not newer than their cluster. https://docs.aws.amazon.com/eks/latest/userguide/update-managed-node-group.html */
function demandVersion({ name, version }: Cluster, wanted: string): void {
    const minor = (text: string) => Number(text.split(".")[1]);
    if (minor(wanted) > minor(version)) {
        throw invalid(
            `Nodegroup Kubernetes version ${wanted} is newer than ${version}, that of cluster ${name}`,
        );
    }
}

function invalid(message: string): AwsError {
    return new AwsError("InvalidParameterException", message);
}
