import type { ResourceModel } from "../../model/resource";
import { stringSet } from "../../model/schema";
import { omit, type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { put } from "../../world/objectsOf";
import { demandClusterWithEntries, findEntry, NODE_TYPES } from "./accessEntries";

/** `aws.eks.AccessPolicyAssociation`: what the principal of an access entry may do. */
export const accessPolicyAssociation: ResourceModel = {
    schema: {
        token: "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
        required: {
            accessScope: {
                object: { namespaces: stringSet, type: "string" },
                required: ["type"],
            },
            clusterName: "string",
            policyArn: "string",
            principalArn: "string",
        },
        optional: {},
        settled: { region: "string" },
        computed: { associatedAt: "string", modifiedAt: "string" },
        replaceOn: ["accessScope", "clusterName", "policyArn", "principalArn", "region"],
    },
    operations: {
        service: "EKS",
        create: "AssociateAccessPolicy",
        delete: "DisassociateAccessPolicy",
    },
    create(scope, inputs) {
        const given = read(inputs);
        const cluster = demandClusterWithEntries(scope, given.text("clusterName"));
        const [principalArn, policyArn] = [given.text("principalArn"), given.text("policyArn")];
        const entry = findEntry(scope, cluster.name, principalArn);
        if (entry === undefined) {
            throw new AwsError(
                "ResourceNotFoundException",
                "The specified principalArn could not be found. You can view your available access " +
                    "entries with 'list-access-entries'.",
            );
        }
        demandType(entry.type);
        demandPolicy(policyArn);
        const policies = { ...entry.policies, [policyArn]: scopeFrom(inputs) };
        put(scope.world, "accessEntries", { ...entry, policies });
        return `${cluster.name}#${principalArn}#${policyArn}`;
    },
    read(scope, id) {
        const [clusterName, principalArn, policyArn] = partsOf(id);
        const accessScope = findEntry(scope, clusterName, principalArn)?.policies[policyArn];
        return (
            accessScope && {
                accessScope: {
                    type: accessScope.type,
                    ...(accessScope.namespaces.length === 0
                        ? {}
                        : { namespaces: accessScope.namespaces }),
                },
                associatedAt: "2026-01-01T00:00:00Z",
                clusterName,
                modifiedAt: "2026-01-01T00:00:00Z",
                policyArn,
                principalArn,
                region: scope.region,
            }
        );
    },
    delete(scope, id) {
        const [clusterName, principalArn, policyArn] = partsOf(id);
        const entry = findEntry(scope, clusterName, principalArn);
        if (entry !== undefined) {
            const policies = omit(entry.policies, policyArn);
            put(scope.world, "accessEntries", { ...entry, policies });
        }
    },
};

function partsOf(id: string): [cluster: string, principal: string, policy: string] {
    const [clusterName = "", principalArn = "", policyArn = ""] = id.split("#");
    return [clusterName, principalArn, policyArn];
}

/** https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html; the wordings are simulated. */
function demandPolicy(arn: string): void {
    if (!/^arn:[\w-]+:eks::aws:cluster-access-policy\/\w+$/.test(arn)) {
        throw new AwsError(
            "InvalidParameterException",
            `The policyArn ${arn} is not that of an access policy, for example ` +
                "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
        );
    }
}

function demandType(type: string): void {
    if (NODE_TYPES.includes(type)) {
        throw new AwsError(
            "InvalidRequestException",
            `Access policies cannot be associated with an access entry of type ${type}`,
        );
    }
}

/** A scope of namespaces names some, a scope of the cluster none. */
function scopeFrom(inputs: Properties): { type: string; namespaces: string[] } {
    const given = read(read(inputs).record("accessScope"));
    const [type, namespaces] = [given.text("type"), given.texts("namespaces")];
    const isFitting = type === "cluster" ? namespaces.length === 0 : namespaces.length > 0;
    if ((type !== "cluster" && type !== "namespace") || !isFitting) {
        throw new AwsError(
            "InvalidParameterException",
            `The access scope of type ${type} with the namespaces [${namespaces.join(", ")}] is invalid`,
        );
    }
    return { type, namespaces };
}
