import type { ResourceModel } from "../../model/resource";
import { omit, pick, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Cluster } from "../../world/objects/eks";
import { arnOf, demand, find, issueHex, list, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { nameFailures } from "../validators";
import { clusterHost, oidcIssuer } from "./clusterNames";
import { createClusterGroup, placeInterfaces, removeNetwork } from "./clusterNetwork";
import { demandModeChange, demandUnused, demandWayIn } from "./clusterRules";
import { clusterSchema } from "./clusterSchema";
import { removeMembers } from "./members";
import { demandTrust } from "./nodeGroupRules";

/** Version that a cluster gets where none is asked for; simulated. */
const LATEST = "1.34";

/** What a cluster keeps of its settings where an update says nothing of it. */
const KEPT = ["accessConfig"];

/** `aws.eks.Cluster`: its API answers at private addresses of its VPC where private access is on. */
export const cluster: ResourceModel = {
    schema: clusterSchema,
    operations: {
        service: "EKS",
        create: "CreateCluster",
        update: "UpdateClusterConfig",
        delete: "DeleteCluster",
    },
    // Name in the reference of CreateCluster.
    check: (inputs) =>
        nameFailures(inputs, "name", { maxLength: 100, pattern: /^[0-9A-Za-z][A-Za-z0-9\-_]*$/ }),
    create(scope, inputs) {
        const { account, region } = scope;
        const given = read(inputs);
        const name = given.text("name");
        const id = idOf(scope, name);
        if (find(scope, "clusters", id) !== undefined) {
            throw new AwsError(
                "ResourceInUseException",
                `Cluster already exists with name: ${name}`,
            );
        }
        demandWayIn(inputs);
        demandTrust(scope, given.text("roleArn"), "clusterRole", ["eks"]);
        const network = networkFrom(inputs);
        const vpcId = demandSpread(scope, network.subnetIds);
        const made = put(scope.world, "clusters", {
            ...network,
            id,
            account,
            region,
            tags: given.tags(),
            name,
            hash: issueHex(scope.world, 32).toUpperCase(),
            vpcId,
            clusterSecurityGroupId: createClusterGroup(scope, name, vpcId),
            version: given.text("version", LATEST),
            settings: settingsFrom(inputs),
        });
        placeInterfaces(scope, made);
        return name;
    },
    read(scope, id) {
        const found = find(scope, "clusters", idOf(scope, id));
        return found && clusterOutputs(scope, found);
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "clusters", idOf(scope, id));
        const settings = { ...pick(found.settings as Properties, KEPT), ...settingsFrom(news) };
        demandModeChange(found, settings);
        const network = networkFrom(news);
        demandSpread(scope, network.subnetIds);
        const version = read(news).text("version", found.version);
        const next = { ...found, ...network, tags: read(news).tags(), version };
        placeInterfaces(scope, put(scope.world, "clusters", { ...next, settings }));
    },
    delete(scope, id) {
        const found = demand(scope, "clusters", idOf(scope, id));
        if (read(found.settings as Properties).flag("deletionProtection")) {
            throw new AwsError(
                "InvalidRequestException",
                `The Cluster ${found.name} cannot be deleted because deletion protection is enabled.`,
            );
        }
        demandUnused(scope, found);
        removeMembers(scope, found);
        removeNetwork(scope, found);
        remove(scope.world, "clusters", found.id);
    },
};

function idOf({ account, region }: Scope, name: string): string {
    return `${account}/${region}/${name}`;
}

function networkFrom(inputs: Properties) {
    const config = read(read(inputs).record("vpcConfig"));
    const cidrs = config.texts("publicAccessCidrs");
    return {
        subnetIds: config.texts("subnetIds"),
        securityGroupIds: config.texts("securityGroupIds"),
        isPrivate: config.flag("endpointPrivateAccess"),
        isPublic: config.flag("endpointPublicAccess", true),
        publicAccessCidrs: cidrs.length === 0 ? ["0.0.0.0/0"] : cidrs,
    };
}

function settingsFrom(inputs: Properties): Properties {
    return ["name", "tags", "version", "vpcConfig", "region"].reduce(omit, inputs);
}

/** The VPC of a cluster's subnets, which must be in two zones. */
function demandSpread(scope: Scope, subnetIds: string[]): string {
    const subnets = subnetIds.map((id) => demand(scope, "subnets", id));
    const zones = new Set(subnets.map(({ availabilityZone }) => availabilityZone));
    if (zones.size < 2) {
        throw new AwsError(
            "InvalidParameterException",
            "Subnets specified must be in at least two different AZs",
        );
    }
    return subnets[0]?.vpcId ?? "";
}

/** Outputs that the resource and the look-up have in common. */
export function clusterOutputs(scope: Scope, found: Cluster): Properties {
    const { name } = found;
    return {
        accessConfig: { authenticationMode: "CONFIG_MAP" },
        computeConfig: { enabled: false },
        controlPlaneScalingConfig: { tier: "standard" },
        deletionProtection: false,
        kubeApiServerConfig: {},
        kubeControllerManagerConfig: {},
        kubeSchedulerConfig: {},
        storageConfig: { blockStorage: { enabled: false } },
        upgradePolicy: { supportType: "EXTENDED" },
        ...(found.settings as Properties),
        ...common(found),
        arn: arnOf(scope, "eks", `cluster/${name}`),
        certificateAuthority: { data: Buffer.from(`certificate of ${name}`).toString("base64") },
        clusterId: "",
        createdAt: "2026-01-01T00:00:00Z",
        endpoint: `https://${clusterHost(found)}`,
        identities: [{ oidcs: [{ issuer: oidcIssuer(found) }] }],
        kubernetesNetworkConfig: {
            elasticLoadBalancing: { enabled: false },
            ipFamily: "ipv4",
            serviceIpv4Cidr: "172.20.0.0/16",
            serviceIpv6Cidr: "",
            ...read(found.settings as Properties).record("kubernetesNetworkConfig"),
        },
        name,
        platformVersion: "eks.1",
        status: "ACTIVE",
        version: found.version,
        vpcConfig: {
            clusterSecurityGroupId: found.clusterSecurityGroupId,
            controlPlaneEgressMode: "",
            endpointPrivateAccess: found.isPrivate,
            endpointPublicAccess: found.isPublic,
            publicAccessCidrs: found.publicAccessCidrs,
            securityGroupIds: found.securityGroupIds,
            subnetIds: found.subnetIds,
            vpcId: found.vpcId,
        },
    };
}

/** The cluster of a name in the account and region of a call. */
export function demandCluster(scope: Scope, name: string): Cluster {
    const found = list(scope, "clusters").find((each) => each.name === name);
    if (found === undefined) {
        throw new AwsError("ResourceNotFoundException", `No cluster found for name: ${name}.`);
    }
    return found;
}
