import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { overlaps, parseRange } from "../../world/addresses";
import { AwsError } from "../../world/errors";
import { demand, find, get, issueId, put, remove } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { ipv4RangesOf } from "../vpc/vpc";
import { peeringOutputs, SIDE } from "./peeringOutputs";

/** `aws.ec2.VpcPeeringConnection`: asks for a peering, and accepts it where both VPCs are of one account and region. */
export const vpcPeeringConnection: ResourceModel = {
    schema: {
        token: "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        required: { peerVpcId: "string", vpcId: "string" },
        optional: { autoAccept: "boolean", tags: stringMap },
        settled: {
            accepter: SIDE,
            peerOwnerId: "string",
            peerRegion: "string",
            region: "string",
            requester: SIDE,
        },
        computed: { acceptStatus: "string", tagsAll: stringMap },
        replaceOn: ["peerOwnerId", "peerRegion", "peerVpcId", "region", "vpcId"],
    },
    operations: {
        service: "EC2",
        create: "CreateVpcPeeringConnection",
        update: "ModifyVpcPeeringConnectionOptions",
        delete: "DeleteVpcPeeringConnection",
    },
    check(inputs) {
        const isElsewhere = read(inputs).text("peerRegion") !== "";
        return isElsewhere && read(inputs).flag("autoAccept")
            ? [
                  {
                      property: "peerRegion",
                      reason: "`peer_region` cannot be set whilst `auto_accept` is `true` when creating an EC2 VPC Peering Connection",
                  },
              ]
            : [];
    },
    create(scope, inputs) {
        const { account, region, world } = scope;
        const given = read(inputs);
        const vpcId = demand(scope, "vpcs", given.text("vpcId")).id;
        const peerVpcId = given.text("peerVpcId");
        demandApart(scope, vpcId, peerVpcId);
        const peerOwnerId = given.text("peerOwnerId", account);
        const peerRegion = given.text("peerRegion", region);
        const isOwn = peerOwnerId === account && peerRegion === region;
        if (!isOwn && given.flag("autoAccept")) {
            throw new AwsError(
                "OperationNotPermitted",
                `User ${account} cannot accept peering ${vpcId}: only the owner of ${peerVpcId} can`,
            );
        }
        const id = issueId(world, "pcx");
        put(world, "peerings", {
            id,
            account,
            region,
            tags: given.tags(),
            vpcId,
            peerVpcId,
            peerOwnerId,
            peerRegion,
            isActive: given.flag("autoAccept"),
            options: optionsOf(inputs),
            accepterTags: {},
        });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "peerings", id);
        if (found === undefined) {
            return undefined;
        }
        const { vpcId, peerVpcId, peerOwnerId, peerRegion } = found;
        return {
            ...common(found),
            ...peeringOutputs(found),
            vpcId,
            peerVpcId,
            peerOwnerId,
            peerRegion,
        };
    },
    update(scope, id, _olds, news) {
        const found = demand(scope, "peerings", id);
        const isActive = found.isActive || read(news).flag("autoAccept");
        const tags = read(news).tags();
        put(scope.world, "peerings", { ...found, tags, isActive, options: optionsOf(news) });
    },
    delete(scope, id) {
        remove(scope.world, "peerings", id);
    },
};

function optionsOf(inputs: Properties) {
    const side = (name: string) =>
        read(read(inputs).record(name)).flag("allowRemoteVpcDnsResolution");
    return { accepter: side("accepter"), requester: side("requester") };
}

/** VPCs whose ranges overlap cannot be peered. A VPC outside the world is somebody else's, and taken. */
function demandApart({ world }: Scope, vpcId: string, peerVpcId: string): void {
    const rangesOf = (id: string) => {
        const vpc = get(world, "vpcs", id);
        return vpc === undefined ? [] : ipv4RangesOf(vpc).flatMap((cidr) => parseRange(cidr) ?? []);
    };
    const peers = rangesOf(peerVpcId);
    if (rangesOf(vpcId).some((one) => peers.some((other) => overlaps(one, other)))) {
        throw new AwsError(
            "InvalidParameterValue",
            `The CIDRs of ${vpcId} and ${peerVpcId} overlap; VPCs with overlapping CIDRs cannot be peered`,
        );
    }
}
