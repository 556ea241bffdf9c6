import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { omit, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Addon, Cluster } from "../../world/objects/eks";
import { arnOf, demand, find, list, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { oneOf } from "../validators";
import { demandCluster } from "./cluster";
import { issueUuid, memberId, membersOf } from "./members";
import { associate } from "./podIdentities";

/**
 * `aws.eks.Addon`. Which add-ons there are, in which versions, and whether their pods run is not modelled: any name is
 * taken, and every add-on is active.
 */
export const addon: ResourceModel = {
    schema: {
        token: "aws:eks/addon:Addon",
        required: { addonName: "string", clusterName: "string" },
        optional: {
            podIdentityAssociations: {
                list: {
                    object: { roleArn: "string", serviceAccount: "string" },
                    required: ["roleArn", "serviceAccount"],
                },
                unordered: true,
            },
            preserve: "boolean",
            resolveConflictsOnCreate: "string",
            resolveConflictsOnUpdate: "string",
            serviceAccountRoleArn: "string",
            tags: stringMap,
        },
        settled: {
            addonVersion: "string",
            configurationValues: "string",
            namespaceConfig: { object: { namespace: "string" } },
            region: "string",
        },
        computed: { arn: "string", createdAt: "string", modifiedAt: "string", tagsAll: stringMap },
        replaceOn: ["addonName", "clusterName", "namespaceConfig", "region"],
        ignored: ["preserve", "resolveConflictsOnCreate", "resolveConflictsOnUpdate"],
    },
    operations: {
        service: "EKS",
        create: "CreateAddon",
        update: "UpdateAddon",
        delete: "DeleteAddon",
    },
    check: (inputs) => [
        ...oneOf(inputs, "resolveConflictsOnCreate", ["NONE", "OVERWRITE"]),
        ...oneOf(inputs, "resolveConflictsOnUpdate", ["NONE", "OVERWRITE", "PRESERVE"]),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const cluster = demandCluster(scope, given.text("clusterName"));
        const name = given.text("addonName");
        const id = memberId(scope, cluster.name, name);
        if (find(scope, "addons", id) !== undefined) {
            throw new AwsError("ResourceInUseException", "Addon already exists.");
        }
        const { account, region } = scope;
        const made: Addon = {
            id,
            account,
            region,
            tags: given.tags(),
            clusterName: cluster.name,
            uuid: issueUuid(scope),
            name,
            version: given.text("addonVersion", "v1.0.0-eksbuild.1"),
            settings: settingsFrom(inputs),
        };
        setIdentities(scope, cluster, made, inputs);
        put(scope.world, "addons", made);
        return `${cluster.name}:${name}`;
    },
    read(scope, id) {
        const found = find(scope, "addons", worldIdOf(scope, id));
        return (
            found && {
                configurationValues: "",
                namespaceConfig: { namespace: "kube-system" },
                ...(found.settings as Properties),
                ...common(found),
                addonName: found.name,
                addonVersion: found.version,
                arn: arnOf(scope, "eks", `addon/${found.clusterName}/${found.name}/${found.uuid}`),
                clusterName: found.clusterName,
                createdAt: "2026-01-01T00:00:00Z",
                modifiedAt: "2026-01-01T00:00:00Z",
                podIdentityAssociations: identitiesOf(scope, found).map(
                    ({ roleArn, serviceAccount }) => ({ roleArn, serviceAccount }),
                ),
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "addons", worldIdOf(scope, id));
        const version = read(news).text("addonVersion", found.version);
        setIdentities(scope, demandCluster(scope, found.clusterName), found, news);
        const tags = read(news).tags();
        put(scope.world, "addons", { ...found, tags, version, settings: settingsFrom(news) });
    },
    delete(scope, id) {
        const found = demand(scope, "addons", worldIdOf(scope, id));
        for (const identity of identitiesOf(scope, found)) {
            remove(scope.world, "podIdentities", identity.id);
        }
        remove(scope.world, "addons", found.id);
    },
};

function worldIdOf(scope: Scope, id: string): string {
    const [clusterName = "", name = ""] = id.split(":");
    return memberId(scope, clusterName, name);
}

const KEPT_APART = ["addonName", "addonVersion", "clusterName", "podIdentityAssociations"];

function settingsFrom(inputs: Properties): Properties {
    return [...KEPT_APART, "tags", "region"].reduce(omit, inputs);
}

/** Associations that an add-on brought. */
function identitiesOf(scope: Scope, { name, clusterName }: Addon) {
    return list(scope, "podIdentities").filter(
        (each) => each.clusterName === clusterName && each.addonName === name,
    );
}

/** Makes the associations of an add-on exactly these. */
function setIdentities(scope: Scope, cluster: Cluster, made: Addon, inputs: Properties): void {
    const config = read(read(inputs).record("namespaceConfig"));
    const old = membersOf(scope, "podIdentities", cluster).filter(
        ({ addonName }) => addonName === made.name,
    );
    const before = { ...scope.world.objects.podIdentities };
    for (const { id } of old) {
        remove(scope.world, "podIdentities", id);
    }
    try {
        for (const item of read(inputs).records("podIdentityAssociations").map(read)) {
            associate(scope, cluster, {
                addonName: made.name,
                namespace: config.text("namespace", "kube-system"),
                serviceAccount: item.text("serviceAccount"),
                roleArn: item.text("roleArn"),
                targetRoleArn: "",
                disableSessionTags: false,
                policy: "",
                tags: {},
            });
        }
    } catch (error) {
        scope.world.objects.podIdentities = before;
        throw error;
    }
}
