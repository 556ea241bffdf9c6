import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { ResourceShare } from "../../world/objects/sharing";
import { find, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { demandPrincipal, outsideOrganization } from "./principals";
import { demandShare } from "./resourceShare";
import { findShareable } from "./shareable";

const OPERATIONS = {
    service: "RAM",
    create: "AssociateResourceShare",
    delete: "DisassociateResourceShare",
};

/** `aws.ram.ResourceAssociation`: one resource of a share. */
export const resourceAssociation: ResourceModel = {
    schema: {
        token: "aws:ram/resourceAssociation:ResourceAssociation",
        required: { resourceArn: "string", resourceShareArn: "string" },
        optional: {},
        settled: { region: "string" },
        computed: {},
        replaceOn: ["region", "resourceArn", "resourceShareArn"],
    },
    operations: OPERATIONS,
    create(scope, inputs) {
        const share = demandShare(scope, read(inputs).text("resourceShareArn"));
        const resourceArn = read(inputs).text("resourceArn");
        demandShareable(scope, share, resourceArn);
        const others = without(share.resourceArns, resourceArn);
        put(scope.world, "resourceShares", { ...share, resourceArns: [...others, resourceArn] });
        return `${share.id},${resourceArn}`;
    },
    read(scope, id) {
        const [resourceShareArn = "", resourceArn = ""] = id.split(",");
        const found = find(scope, "resourceShares", resourceShareArn);
        if (!found?.resourceArns.includes(resourceArn)) {
            return undefined;
        }
        return { region: found.region, resourceArn, resourceShareArn };
    },
    delete(scope, _id, state) {
        const share = demandShare(scope, read(state).text("resourceShareArn"));
        const resourceArns = without(share.resourceArns, read(state).text("resourceArn"));
        put(scope.world, "resourceShares", { ...share, resourceArns });
    },
};

/** `aws.ram.PrincipalAssociation`: one account, organisation or unit that a share is for. */
export const principalAssociation: ResourceModel = {
    schema: {
        token: "aws:ram/principalAssociation:PrincipalAssociation",
        required: { principal: "string", resourceShareArn: "string" },
        optional: {},
        settled: { region: "string" },
        computed: {},
        replaceOn: ["principal", "region", "resourceShareArn"],
    },
    operations: OPERATIONS,
    create(scope, inputs) {
        const share = demandShare(scope, read(inputs).text("resourceShareArn"));
        const principal = read(inputs).text("principal");
        demandPrincipal(scope, share, principal);
        const others = without(share.principals, principal);
        put(scope.world, "resourceShares", { ...share, principals: [...others, principal] });
        return `${share.id},${principal}`;
    },
    read(scope, id) {
        const [resourceShareArn = "", principal = ""] = id.split(",");
        const found = find(scope, "resourceShares", resourceShareArn);
        if (!found?.principals.includes(principal)) {
            return undefined;
        }
        return { region: found.region, principal, resourceShareArn };
    },
    delete(scope, _id, state) {
        const share = demandShare(scope, read(state).text("resourceShareArn"));
        const principals = without(share.principals, read(state).text("principal"));
        put(scope.world, "resourceShares", { ...share, principals });
    },
};

/** Refuses a resource that the share may not have. */
export function demandShareable(scope: Scope, share: ResourceShare, arn: string): void {
    const found = findShareable(scope, arn);
    if (found === undefined) {
        throw new AwsError(
            "MalformedArnException",
            `The resource ${arn} does not exist in this account, or is of a type that cannot be shared.`,
        );
    }
    if (found.isInsideOnly && share.allowExternalPrincipals) {
        throw outsideOrganization();
    }
}

function without(items: string[], item: string): string[] {
    return items.filter((each) => each !== item);
}
