import { createHash } from "node:crypto";

import type { ResourceModel } from "../../model/resource";
import { type Properties, read } from "../../model/values";
import type { AclEntry } from "../../world/objects/network";
import { demand, find, put } from "../../world/objectsOf";
import { addEntries, entryFrom, isSameEntry } from "./entries";

/** `aws.ec2.NetworkAclRule`: one entry of an ACL. */
export const networkAclRule: ResourceModel = {
    schema: {
        token: "aws:ec2/networkAclRule:NetworkAclRule",
        required: {
            networkAclId: "string",
            protocol: "string",
            ruleAction: "string",
            ruleNumber: "integer",
        },
        optional: {
            cidrBlock: "string",
            egress: "boolean",
            fromPort: "integer",
            icmpCode: "integer",
            icmpType: "integer",
            ipv6CidrBlock: "string",
            toPort: "integer",
        },
        settled: { region: "string" },
        computed: {},
        defaults: { egress: false },
        replaceOn: [
            "cidrBlock",
            "egress",
            "fromPort",
            "icmpCode",
            "icmpType",
            "ipv6CidrBlock",
            "networkAclId",
            "protocol",
            "region",
            "ruleAction",
            "ruleNumber",
            "toPort",
        ],
    },
    operations: {
        service: "EC2",
        create: "CreateNetworkAclEntry",
        delete: "DeleteNetworkAclEntry",
    },
    create(scope, inputs) {
        const entry = entryOf(inputs);
        const aclId = read(inputs).text("networkAclId");
        addEntries(scope, demand(scope, "networkAcls", aclId), [entry]);
        const place = `${aclId}-${entry.ruleNumber}-${entry.isEgress}-${entry.protocol}`;
        const digest = createHash("sha256").update(place).digest("hex").slice(0, 8);
        return `nacl-${parseInt(digest, 16)}`;
    },
    read(scope, _id, known) {
        const wanted = entryOf(known);
        const acl = find(scope, "networkAcls", read(known).text("networkAclId"));
        const found = acl?.entries.find((each) => isSameEntry(each, wanted));
        if (acl === undefined || found === undefined) {
            return undefined;
        }
        const { protocol, ruleAction, cidrBlock, ipv6CidrBlock, fromPort, toPort } = known;
        const isSame = found.cidr === wanted.cidr && found.isAllow === wanted.isAllow;
        return {
            networkAclId: acl.id,
            egress: found.isEgress,
            region: acl.region,
            ruleNumber: found.ruleNumber,
            ruleAction: isSame ? ruleAction : found.isAllow ? "allow" : "deny",
            protocol: found.protocol === wanted.protocol ? protocol : found.protocol,
            cidrBlock: found.cidr.includes(":") ? cidrBlock : found.cidr,
            ipv6CidrBlock: found.cidr.includes(":") ? found.cidr : ipv6CidrBlock,
            fromPort,
            toPort,
        };
    },
    delete(scope, _id, state) {
        const gone = entryOf(state);
        const found = demand(scope, "networkAcls", read(state).text("networkAclId"));
        const entries = found.entries.filter((each) => !isSameEntry(each, gone));
        put(scope.world, "networkAcls", { ...found, entries });
    },
};

function entryOf(properties: Properties): AclEntry {
    return entryFrom(properties, read(properties).flag("egress"));
}
