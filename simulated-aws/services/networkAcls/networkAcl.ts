import type { ResourceModel } from "../../model/resource";
import { stringMap, stringSet } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import type { AclEntry, NetworkAcl } from "../../world/objects/network";
import { arnOf, demand, find, issueId, put, remove } from "../../world/objectsOf";
import { common } from "../tags";
import { addEntries, entryFrom, inlineEntries } from "./entries";
import { takeSubnets } from "./subnets";

const DIRECTIONS = [
    ["ingress", false],
    ["egress", true],
] as const;

/** `aws.ec2.NetworkAcl`. Inline entries are made exactly so; an omitted list is left alone. */
export const networkAcl: ResourceModel = {
    schema: {
        token: "aws:ec2/networkAcl:NetworkAcl",
        required: { vpcId: "string" },
        optional: { tags: stringMap },
        settled: {
            egress: inlineEntries,
            ingress: inlineEntries,
            region: "string",
            subnetIds: stringSet,
        },
        computed: { arn: "string", ownerId: "string", tagsAll: stringMap },
        replaceOn: ["region", "vpcId"],
    },
    operations: {
        service: "EC2",
        create: "CreateNetworkAcl",
        update: "ReplaceNetworkAclEntry",
        delete: "DeleteNetworkAcl",
    },
    create(scope, inputs) {
        const { world, account, region } = scope;
        const given = read(inputs);
        const vpcId = demand(scope, "vpcs", given.text("vpcId")).id;
        const id = issueId(world, "acl");
        const tags = given.tags();
        const empty = { id, account, region, tags, vpcId, subnetIds: [], entries: [] };
        addEntries(scope, put(world, "networkAcls", empty), entriesOf(inputs, []));
        takeSubnets(scope, id, given.texts("subnetIds"));
        return id;
    },
    read(scope, id) {
        const found = find(scope, "networkAcls", id);
        return (
            found && {
                ...common(found),
                arn: arnOf(scope, "ec2", `network-acl/${id}`),
                egress: itemsOf(found, true),
                ingress: itemsOf(found, false),
                ownerId: found.account,
                subnetIds: found.subnetIds,
                vpcId: found.vpcId,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "networkAcls", id);
        const entries = entriesOf(news, found.entries);
        addEntries(scope, { ...found, tags: read(news).tags(), entries: [] }, entries);
        if (read(news).has("subnetIds")) {
            takeSubnets(scope, id, read(news).texts("subnetIds"));
        }
    },
    delete: (scope, id) => {
        remove(scope.world, "networkAcls", id);
    },
};

/** What the lists say, and for a list that is omitted what there is. */
export function entriesOf(inputs: Properties, old: AclEntry[]): AclEntry[] {
    return DIRECTIONS.flatMap(([property, isEgress]) =>
        read(inputs).has(property)
            ? read(inputs)
                  .records(property)
                  .map((item) => entryFrom(item, isEgress))
            : old.filter((entry) => entry.isEgress === isEgress),
    );
}

const NAMES: { [number: string]: string } = { "1": "icmp", "6": "tcp", "17": "udp" };

function itemsOf(found: NetworkAcl, isEgress: boolean): Properties[] {
    return found.entries
        .filter((entry) => entry.isEgress === isEgress)
        .map(({ cidr, icmp, isAllow, protocol, ruleNumber, fromPort, toPort }) => ({
            action: isAllow ? "allow" : "deny",
            [cidr.includes(":") ? "ipv6CidrBlock" : "cidrBlock"]: cidr,
            fromPort,
            ...icmp,
            protocol: NAMES[protocol] ?? protocol,
            ruleNo: ruleNumber,
            toPort,
        }));
}
