import type { ResourceModel } from "../../model/resource";
import { stringMap, stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import type { NetworkAcl } from "../../world/objects/network";
import { demand, list, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { addEntries, inlineEntries } from "./entries";
import { entriesOf, networkAcl } from "./networkAcl";
import { takeSubnets } from "./subnets";

/**
 * `aws.ec2.DefaultNetworkAcl`: takes over the ACL that a VPC is born with, which from then on has the inline entries and
 * no others; without any it lets nothing pass. Deleting it leaves the ACL as it is.
 */
export const defaultNetworkAcl: ResourceModel = {
    schema: {
        token: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
        required: { defaultNetworkAclId: "string" },
        optional: {
            egress: inlineEntries,
            ingress: inlineEntries,
            subnetIds: stringSet,
            tags: stringMap,
        },
        settled: { region: "string" },
        computed: { arn: "string", ownerId: "string", tagsAll: stringMap, vpcId: "string" },
        replaceOn: ["defaultNetworkAclId", "region"],
    },
    operations: {
        service: "EC2",
        create: "DescribeNetworkAcls",
        update: "ReplaceNetworkAclEntry",
    },
    create(scope, inputs) {
        const id = read(inputs).text("defaultNetworkAclId");
        change(scope, demand(scope, "networkAcls", id), inputs);
        return id;
    },
    read(scope, id, known) {
        const found = networkAcl.read(scope, id, known);
        const subnetIds = subnetsOf(scope, demand(scope, "networkAcls", id));
        return found && { ...found, defaultNetworkAclId: id, subnetIds };
    },
    update(scope, id, _olds, news) {
        change(scope, demand(scope, "networkAcls", id), news);
    },
    delete: () => undefined,
};

function change(scope: Scope, found: NetworkAcl, inputs: Properties): void {
    const given = read(inputs);
    const entries = entriesOf(inputs, []);
    addEntries(
        scope,
        put(scope.world, "networkAcls", { ...found, tags: given.tags(), entries: [] }),
        entries,
    );
    takeSubnets(scope, found.id, given.texts("subnetIds"));
}

/** Subnets of the VPC that no other ACL has. */
function subnetsOf(scope: Scope, { id, vpcId }: NetworkAcl): string[] {
    const others = list(scope, "networkAcls").filter((each) => each.id !== id);
    const taken = new Set(others.flatMap(({ subnetIds }) => subnetIds));
    return list(scope, "subnets")
        .filter((each) => each.vpcId === vpcId && !taken.has(each.id))
        .map((each) => each.id);
}
