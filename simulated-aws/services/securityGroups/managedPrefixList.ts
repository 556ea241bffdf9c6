import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { all, arnOf, demand, find, issueId, put, remove } from "../../world/objectsOf";
import { common } from "../tags";
import { cidrProblem, oneOf } from "../validators";
import { demandListRoom } from "./ruleRoom";

/** `aws.ec2.ManagedPrefixList`: ranges under one ID that security group rules can name. */
export const managedPrefixList: ResourceModel = {
    schema: {
        token: "aws:ec2/managedPrefixList:ManagedPrefixList",
        required: { addressFamily: "string", maxEntries: "integer" },
        optional: { tags: stringMap },
        settled: {
            entries: {
                list: { object: { cidr: "string", description: "string" }, required: ["cidr"] },
                unordered: true,
            },
            name: "string",
            region: "string",
        },
        computed: { arn: "string", ownerId: "string", tagsAll: stringMap, version: "integer" },
        autoName: { property: "name", maxLength: 255 },
        replaceOn: ["addressFamily", "region"],
        unsettledBy: { version: ["entries", "maxEntries"] },
    },
    operations: {
        service: "EC2",
        create: "CreateManagedPrefixList",
        update: "ModifyManagedPrefixList",
        delete: "DeleteManagedPrefixList",
    },
    check: (inputs) => oneOf(inputs, "addressFamily", ["IPv4", "IPv6"]),
    create(scope, inputs) {
        const given = read(inputs);
        const id = issueId(scope.world, "pl");
        put(scope.world, "prefixLists", {
            id,
            account: scope.account,
            region: scope.region,
            tags: given.tags(),
            name: given.text("name"),
            addressFamily: given.text("addressFamily"),
            maxEntries: given.number("maxEntries"),
            entries: entriesFrom(inputs, given.text("addressFamily")),
            version: 1,
        });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "prefixLists", id);
        return (
            found && {
                ...common(found),
                arn: arnOf(scope, "ec2", `prefix-list/${id}`),
                name: found.name,
                addressFamily: found.addressFamily,
                maxEntries: found.maxEntries,
                entries: found.entries.map((entry) => ({ ...entry })),
                version: found.version,
                ownerId: found.account,
            }
        );
    },
    update(scope, id, _olds, news) {
        const given = read(news);
        const found = demand(scope, "prefixLists", id);
        const next = {
            ...found,
            tags: given.tags(),
            name: given.text("name", found.name),
            maxEntries: given.number("maxEntries"),
            entries: given.has("entries") ? entriesFrom(news, found.addressFamily) : found.entries,
            version: found.version + 1,
        };
        demandListRoom(scope.world, next);
        put(scope.world, "prefixLists", next);
    },
    delete(scope, id) {
        if (
            all(scope.world, "securityGroupRules").some((rule) => rule.source.prefixListId === id)
        ) {
            throw new AwsError("DependencyViolation", `The prefix list '${id}' is in use.`);
        }
        remove(scope.world, "prefixLists", id);
    },
};

function entriesFrom(inputs: Properties, addressFamily: string) {
    const given = read(inputs);
    const entries = given.records("entries").map((entry) => ({
        cidr: read(entry).text("cidr"),
        description: read(entry).text("description"),
    }));
    const wrong = entries.find(({ cidr }) => cidrProblem(cidr, addressFamily === "IPv6" ? 6 : 4));
    if (wrong !== undefined) {
        throw new AwsError(
            "InvalidParameterValue",
            `The CIDR ${wrong.cidr} is not valid for ${addressFamily}.`,
        );
    }
    if (entries.length > given.number("maxEntries")) {
        throw new AwsError(
            "PrefixListMaxEntriesExceeded",
            "You've reached the maximum number of entries for the prefix list.",
        );
    }
    return entries;
}
