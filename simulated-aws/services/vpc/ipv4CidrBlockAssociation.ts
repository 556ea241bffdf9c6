import type { ResourceModel } from "../../model/resource";
import { omit, read } from "../../model/values";
import { overlaps, parseRange } from "../../world/addresses";
import { AwsError } from "../../world/errors";
import type { Vpc } from "../../world/objects/network";
import { demand, issueId, list, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { cidrFailures } from "../validators";
import { ipv4RangesOf } from "./vpc";

/** `aws.ec2.VpcIpv4CidrBlockAssociation`: a further IPv4 range of a VPC. */
export const ipv4CidrBlockAssociation: ResourceModel = {
    schema: {
        token: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
        required: { vpcId: "string" },
        optional: { ipv4IpamPoolId: "string", ipv4NetmaskLength: "integer" },
        settled: { cidrBlock: "string", region: "string" },
        computed: {},
        replaceOn: ["vpcId", "cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength", "region"],
    },
    operations: {
        service: "EC2",
        create: "AssociateVpcCidrBlock",
        delete: "DisassociateVpcCidrBlock",
    },
    check: (inputs) => cidrFailures(inputs, "cidrBlock", 4, [16, 28]),
    create(scope, inputs) {
        const owner = demand(scope, "vpcs", read(inputs).text("vpcId"));
        const cidrBlock = read(inputs).text("cidrBlock");
        const range = parseRange(cidrBlock);
        const collides = ipv4RangesOf(owner).some((other) => {
            const theirs = parseRange(other);
            return range !== undefined && theirs !== undefined && overlaps(range, theirs);
        });
        if (range === undefined || collides) {
            throw new AwsError("InvalidVpc.Range", `The CIDR '${cidrBlock}' is invalid.`);
        }
        const id = issueId(scope.world, "vpc-cidr-assoc");
        const secondaryCidrBlocks = { ...owner.secondaryCidrBlocks, [id]: cidrBlock };
        put(scope.world, "vpcs", { ...owner, secondaryCidrBlocks });
        return id;
    },
    read(scope, id) {
        const owner = ownerOf(scope, id);
        return (
            owner && {
                vpcId: owner.id,
                cidrBlock: owner.secondaryCidrBlocks[id],
                region: owner.region,
            }
        );
    },
    delete(scope, id) {
        const owner = ownerOf(scope, id);
        const cidrBlock = owner?.secondaryCidrBlocks[id];
        if (owner === undefined || cidrBlock === undefined) {
            return;
        }
        if (isUsed(scope, owner, cidrBlock)) {
            throw new AwsError(
                "InvalidCidrBlock.InUse",
                `The vpc ${owner.id} currently has a subnet within CIDR block ${cidrBlock}`,
            );
        }
        const secondaryCidrBlocks = omit(owner.secondaryCidrBlocks, id);
        put(scope.world, "vpcs", { ...owner, secondaryCidrBlocks });
    },
};

function ownerOf(scope: Scope, associationId: string): Vpc | undefined {
    return list(scope, "vpcs").find((each) => associationId in each.secondaryCidrBlocks);
}

function isUsed(scope: Scope, owner: Vpc, cidrBlock: string): boolean {
    const range = parseRange(cidrBlock);
    return list(scope, "subnets").some((each) => {
        const theirs = parseRange(each.cidrBlock);
        return (
            each.vpcId === owner.id &&
            range !== undefined &&
            theirs !== undefined &&
            overlaps(range, theirs)
        );
    });
}
