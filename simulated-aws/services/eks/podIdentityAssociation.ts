import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import type { PodIdentity } from "../../world/objects/eks";
import { arnOf, list, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { jsonFailures } from "../validators";
import { demandCluster } from "./cluster";
import { associate, demandUsable } from "./podIdentities";

/** `aws.eks.PodIdentityAssociation`: a role for the pods of a service account. */
export const podIdentityAssociation: ResourceModel = {
    schema: {
        token: "aws:eks/podIdentityAssociation:PodIdentityAssociation",
        required: {
            clusterName: "string",
            namespace: "string",
            roleArn: "string",
            serviceAccount: "string",
        },
        optional: { policy: "string", tags: stringMap, targetRoleArn: "string" },
        settled: { disableSessionTags: "boolean", region: "string" },
        computed: {
            associationArn: "string",
            associationId: "string",
            externalId: "string",
            tagsAll: stringMap,
        },
        replaceOn: ["clusterName", "namespace", "region", "serviceAccount"],
        documents: ["policy"],
    },
    operations: {
        service: "EKS",
        create: "CreatePodIdentityAssociation",
        update: "UpdatePodIdentityAssociation",
        delete: "DeletePodIdentityAssociation",
    },
    check: (inputs) => jsonFailures(inputs, "policy"),
    create(scope, inputs) {
        const given = read(inputs);
        const cluster = demandCluster(scope, given.text("clusterName"));
        const made = associate(scope, cluster, {
            addonName: "",
            namespace: given.text("namespace"),
            serviceAccount: given.text("serviceAccount"),
            ...changeable(inputs),
        });
        return made.associationId;
    },
    read(scope, id) {
        const found = identityOf(scope, id);
        if (found === undefined) {
            return undefined;
        }
        const { clusterName, namespace, serviceAccount, targetRoleArn, policy } = found;
        const { account, region } = found;
        const path = [region, account, clusterName, namespace, serviceAccount].join("/");
        return {
            ...common(found),
            associationArn: arnOf(scope, "eks", `podidentityassociation/${clusterName}/${id}`),
            associationId: id,
            clusterName,
            disableSessionTags: found.disableSessionTags,
            externalId: targetRoleArn === "" ? "" : path,
            namespace,
            policy: policy === "" ? undefined : policy,
            roleArn: found.roleArn,
            serviceAccount,
            targetRoleArn: targetRoleArn === "" ? undefined : targetRoleArn,
        };
    },
    update(scope, id, _olds, news) {
        const found = identityOf(scope, id);
        if (found !== undefined) {
            const next = { ...found, ...changeable(news) };
            demandUsable(scope, next);
            put(scope.world, "podIdentities", next);
        }
    },
    delete(scope, id) {
        remove(scope.world, "podIdentities", identityOf(scope, id)?.id ?? "");
    },
};

function identityOf(scope: Scope, associationId: string): PodIdentity | undefined {
    return list(scope, "podIdentities").find((each) => each.associationId === associationId);
}

function changeable(inputs: Properties) {
    const given = read(inputs);
    return {
        tags: given.tags(),
        roleArn: given.text("roleArn"),
        targetRoleArn: given.text("targetRoleArn"),
        disableSessionTags: given.flag("disableSessionTags"),
        policy: given.text("policy"),
    };
}
