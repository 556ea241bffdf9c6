import type { ResourceModel } from "../../model/resource";
import { stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { get, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { demandShareable } from "./associations";
import { demandPrincipal } from "./principals";
import { demandShare } from "./resourceShare";

/**
 * `aws.ram.ResourceShareAssociationsExclusive`: all principals and resources of a share. Its ID is the share's ARN, which says
 * the region, so that a program can read it by that alone; its delete takes everything from the share.
 * https://github.com/hashicorp/terraform-provider-aws, internal/service/ram/resource_share_associations_exclusive.go,
 * read 2026-11-26
 */
export const resourceShareAssociationsExclusive: ResourceModel = {
    schema: {
        token: "aws:ram/resourceShareAssociationsExclusive:ResourceShareAssociationsExclusive",
        required: { resourceShareArn: "string" },
        optional: { principals: stringSet, resourceArns: stringSet, sources: stringSet },
        settled: { region: "string" },
        computed: {},
        replaceOn: ["region", "resourceShareArn"],
    },
    operations: {
        service: "RAM",
        create: "AssociateResourceShare",
        update: "AssociateResourceShare",
        delete: "DisassociateResourceShare",
    },
    create(scope, inputs) {
        const arn = read(inputs).text("resourceShareArn");
        setAssociations(scope, arn, inputs);
        return arn;
    },
    read(scope, id) {
        const found = get(scope.world, "resourceShares", id);
        if (found?.account !== scope.account) {
            return undefined;
        }
        const { region, principals, resourceArns } = found;
        return { region, resourceShareArn: id, principals, resourceArns };
    },
    update(scope, id, _olds, news) {
        setAssociations(scope, id, news);
    },
    delete(scope, id) {
        setAssociations(scope, id, {});
    },
};

function setAssociations(scope: Scope, arn: string, inputs: Properties): void {
    const share = demandShare(scope, arn);
    const principals = read(inputs).texts("principals");
    const resourceArns = read(inputs).texts("resourceArns");
    for (const principal of principals) {
        demandPrincipal(scope, share, principal);
    }
    for (const resourceArn of resourceArns) {
        demandShareable(scope, share, resourceArn);
    }
    put(scope.world, "resourceShares", { ...share, principals, resourceArns });
}
