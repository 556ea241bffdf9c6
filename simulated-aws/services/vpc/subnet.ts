import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Subnet } from "../../world/objects/network";
import { demand, issueId, list, put, remove } from "../../world/objectsOf";
import { zonesOf } from "../../world/regions";
import type { Scope } from "../../world/types";
import { findVisible, sharedArnOf } from "../ram/shareable";
import { common } from "../tags";
import { cidrFailures } from "../validators";
import { demandFreeRange } from "./subnetRange";
import { ipv4RangesOf } from "./vpc";

const FLAGS = [
    "assignIpv6AddressOnCreation",
    "enableDns64",
    "enableResourceNameDnsARecordOnLaunch",
    "enableResourceNameDnsAaaaRecordOnLaunch",
    "mapPublicIpOnLaunch",
] as const;

/** `aws.ec2.Subnet`. */
export const subnet: ResourceModel = {
    schema: {
        token: "aws:ec2/subnet:Subnet",
        required: { vpcId: "string" },
        optional: {
            assignIpv6AddressOnCreation: "boolean",
            customerOwnedIpv4Pool: "string",
            enableDns64: "boolean",
            enableLniAtDeviceIndex: "integer",
            enableResourceNameDnsARecordOnLaunch: "boolean",
            enableResourceNameDnsAaaaRecordOnLaunch: "boolean",
            ipv4IpamPoolId: "string",
            ipv4NetmaskLength: "integer",
            ipv6IpamPoolId: "string",
            ipv6Native: "boolean",
            ipv6NetmaskLength: "integer",
            mapCustomerOwnedIpOnLaunch: "boolean",
            mapPublicIpOnLaunch: "boolean",
            outpostArn: "string",
            tags: stringMap,
        },
        settled: {
            availabilityZone: "string",
            availabilityZoneId: "string",
            cidrBlock: "string",
            ipv6CidrBlock: "string",
            privateDnsHostnameTypeOnLaunch: "string",
            region: "string",
        },
        computed: {
            arn: "string",
            ipv6CidrBlockAssociationId: "string",
            ownerId: "string",
            tagsAll: stringMap,
        },
        defaults: Object.fromEntries([...FLAGS, "ipv6Native"].map((flag) => [flag, false])),
        replaceOn: [
            "vpcId",
            "availabilityZone",
            "availabilityZoneId",
            "cidrBlock",
            "ipv4IpamPoolId",
            "ipv4NetmaskLength",
            "ipv6Native",
            "outpostArn",
            "region",
        ],
        unsettledBy: { ipv6CidrBlockAssociationId: ["ipv6CidrBlock"] },
    },
    operations: {
        service: "EC2",
        create: "CreateSubnet",
        update: "ModifySubnetAttribute",
        delete: "DeleteSubnet",
    },
    check: (inputs) => [
        ...cidrFailures(inputs, "cidrBlock", 4),
        ...cidrFailures(inputs, "ipv6CidrBlock", 6),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const owner = demand(scope, "vpcs", given.text("vpcId"));
        const cidrBlock = given.text("cidrBlock");
        const ipv6CidrBlock = given.text("ipv6CidrBlock");
        if (cidrBlock === "" && !given.flag("ipv6Native")) {
            throw new AwsError(
                "MissingParameter",
                "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.",
            );
        }
        const zone = zoneFor(scope, inputs);
        if (cidrBlock !== "") {
            demandFreeRange(scope, owner, cidrBlock, ipv4RangesOf(owner));
        }
        if (ipv6CidrBlock !== "") {
            demandFreeRange(scope, owner, ipv6CidrBlock, [owner.ipv6CidrBlock]);
        }
        const id = issueId(scope.world, "subnet");
        put(scope.world, "subnets", {
            id,
            account: scope.account,
            region: scope.region,
            tags: given.tags(),
            vpcId: owner.id,
            cidrBlock,
            ipv6CidrBlock,
            ipv6AssociationId:
                ipv6CidrBlock === "" ? "" : issueId(scope.world, "subnet-cidr-assoc"),
            availabilityZone: zone,
            attributes: attributesFrom(inputs),
        });
        return id;
    },
    read(scope, id) {
        const found = findVisible(scope, "subnets", id);
        return found && subnetOutputs(scope, found);
    },
    update(scope, id, _olds, news) {
        const given = read(news);
        const found = demand(scope, "subnets", id);
        const owner = demand(scope, "vpcs", found.vpcId);
        const ipv6CidrBlock = given.text("ipv6CidrBlock", found.ipv6CidrBlock);
        const isNew = ipv6CidrBlock !== "" && ipv6CidrBlock !== found.ipv6CidrBlock;
        if (isNew) {
            demandFreeRange(scope, owner, ipv6CidrBlock, [owner.ipv6CidrBlock]);
        }
        put(scope.world, "subnets", {
            ...found,
            tags: given.tags(),
            ipv6CidrBlock,
            ipv6AssociationId: isNew
                ? issueId(scope.world, "subnet-cidr-assoc")
                : found.ipv6AssociationId,
            attributes: attributesFrom(news),
        });
    },
    delete(scope, id) {
        if (list(scope, "networkInterfaces").some((each) => each.subnetId === id)) {
            throw new AwsError(
                "DependencyViolation",
                `The subnet '${id}' has dependencies and cannot be deleted.`,
            );
        }
        remove(scope.world, "subnets", id);
    },
};

/** Outputs that the resource and the look-up have in common. */
export function subnetOutputs(scope: Scope, found: Subnet) {
    const zone = zonesOf(found.region).find((each) => each.name === found.availabilityZone);
    return {
        ...common(found),
        ...found.attributes,
        arn: sharedArnOf(scope.world, "subnets", found.id),
        vpcId: found.vpcId,
        cidrBlock: found.cidrBlock,
        ipv6CidrBlock: found.ipv6CidrBlock,
        ipv6CidrBlockAssociationId: found.ipv6AssociationId,
        ipv6Native: found.cidrBlock === "",
        availabilityZone: found.availabilityZone,
        availabilityZoneId: zone?.id ?? "",
        privateDnsHostnameTypeOnLaunch: found.cidrBlock === "" ? "resource-name" : "ip-name",
        ownerId: found.account,
    };
}

/** The switches of a subnet; one that is omitted is off. */
export function attributesFrom(inputs: Properties): { [key: string]: boolean } {
    return Object.fromEntries(FLAGS.map((flag) => [flag, read(inputs).flag(flag)]));
}

function zoneFor(scope: Scope, inputs: Properties): string {
    const given = read(inputs);
    const zones = zonesOf(scope.region);
    const wanted = given.text("availabilityZone", given.text("availabilityZoneId"));
    const zone =
        wanted === "" ? zones[0] : zones.find(({ name, id }) => name === wanted || id === wanted);
    if (zone !== undefined) {
        return zone.name;
    }
    throw new AwsError(
        "InvalidParameterValue",
        `Value (${wanted}) for parameter availabilityZone is invalid. Subnets can currently only be ` +
            `created in the following availability zones: ${zones.map(({ name }) => name).join(", ")}.`,
    );
}
