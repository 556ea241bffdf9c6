import type { ResourceModel } from "../../model/resource";
import { stringMap, stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { AccessEntry } from "../../world/objects/eks";
import { arnOf, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { oneOf } from "../validators";
import { demandClusterWithEntries, findEntry, NODE_TYPES, putEntry } from "./accessEntries";
import { memberId } from "./members";

/** `aws.eks.AccessEntry`: who may call a cluster's API. */
export const accessEntry: ResourceModel = {
    schema: {
        token: "aws:eks/accessEntry:AccessEntry",
        required: { clusterName: "string", principalArn: "string" },
        optional: { tags: stringMap, type: "string" },
        settled: { kubernetesGroups: stringSet, region: "string", userName: "string" },
        computed: {
            accessEntryArn: "string",
            createdAt: "string",
            modifiedAt: "string",
            tagsAll: stringMap,
        },
        defaults: { type: "STANDARD" },
        replaceOn: ["clusterName", "principalArn", "region", "type"],
    },
    operations: {
        service: "EKS",
        create: "CreateAccessEntry",
        update: "UpdateAccessEntry",
        delete: "DeleteAccessEntry",
    },
    check: (inputs) => oneOf(inputs, "type", ["EC2", "STANDARD", ...NODE_TYPES]),
    create(scope, inputs) {
        const given = read(inputs);
        const cluster = demandClusterWithEntries(scope, given.text("clusterName"));
        const principalArn = given.text("principalArn");
        demandPrincipal(principalArn, given.text("type"));
        demandGroups(given.texts("kubernetesGroups"));
        if (findEntry(scope, cluster.name, principalArn) !== undefined) {
            throw new AwsError(
                "ResourceInUseException",
                "The specified access entry resource is already in use on this cluster.",
            );
        }
        const type = given.text("type", "STANDARD");
        putEntry(scope, cluster, { principalArn, type, ...changeable(inputs) });
        return `${cluster.name}:${principalArn}`;
    },
    read(scope, id) {
        const found = entryOf(scope, id);
        return (
            found && {
                ...common(found),
                accessEntryArn: entryArn(scope, found),
                clusterName: found.clusterName,
                createdAt: "2026-01-01T00:00:00Z",
                kubernetesGroups: found.kubernetesGroups,
                modifiedAt: "2026-01-01T00:00:00Z",
                principalArn: found.principalArn,
                type: found.type,
                userName: found.userName,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = entryOf(scope, id);
        if (found !== undefined) {
            demandGroups(read(news).texts("kubernetesGroups"));
            const { userName, ...changed } = changeable(news);
            const next = { ...found, ...changed };
            put(scope.world, "accessEntries", { ...next, userName: userName || found.userName });
        }
    },
    delete(scope, id) {
        const [clusterName, principalArn] = partsOf(id);
        remove(scope.world, "accessEntries", memberId(scope, clusterName, principalArn));
    },
};

function partsOf(id: string): [clusterName: string, principalArn: string] {
    const end = id.indexOf(":");
    return [id.slice(0, end), id.slice(end + 1)];
}

function entryOf(scope: Scope, id: string): AccessEntry | undefined {
    return findEntry(scope, ...partsOf(id));
}

function changeable(inputs: Properties) {
    const given = read(inputs);
    return {
        tags: given.tags(),
        userName: given.text("userName"),
        kubernetesGroups: given.texts("kubernetesGroups"),
    };
}

function entryArn(scope: Scope, { clusterName, principalArn, uuid }: AccessEntry): string {
    const [, , , , account = "", principal = ""] = principalArn.split(":");
    const [kind = "", ...rest] = principal.split("/");
    const path = `${kind}/${account}/${rest.at(-1) ?? ""}`;
    return arnOf(scope, "eks", `access-entry/${clusterName}/${path}/${uuid}`);
}

/** Sessions have no entries, and nodes are roles. The wording is simulated. https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html */
function demandPrincipal(arn: string, type: string): void {
    const isRole = /^arn:[\w-]+:iam::\d{12}:role\/./.test(arn);
    const isOther = /^arn:[\w-]+:iam::\d{12}:(user\/.|root$)/.test(arn);
    if (!isRole && (!isOther || type === "EC2" || NODE_TYPES.includes(type))) {
        throw new AwsError(
            "InvalidParameterException",
            `The principalArn ${arn} is invalid: an entry of type ${type} is for a role` +
                (type === "STANDARD" ? " or a user, never for a session" : ""),
        );
    }
}

/** Groups of Kubernetes' own are not given through entries. */
function demandGroups(groups: string[]): void {
    const own = groups.find((group) => group.startsWith("system:"));
    if (own !== undefined) {
        throw new AwsError(
            "InvalidParameterException",
            `The kubernetes group name ${own} is invalid, it cannot start with system:`,
        );
    }
}
