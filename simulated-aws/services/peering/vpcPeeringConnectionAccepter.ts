import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Peering } from "../../world/objects/routing";
import { get, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { peeringOutputs, SIDE } from "./peeringOutputs";

/** `aws.ec2.VpcPeeringConnectionAccepter`: the other end of a peering. Deleting it leaves the peering as it is. */
export const vpcPeeringConnectionAccepter: ResourceModel = {
    schema: {
        token: "aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter",
        required: { vpcPeeringConnectionId: "string" },
        optional: { autoAccept: "boolean", tags: stringMap },
        settled: { accepter: SIDE, region: "string", requester: SIDE },
        computed: {
            acceptStatus: "string",
            peerOwnerId: "string",
            peerRegion: "string",
            peerVpcId: "string",
            tagsAll: stringMap,
            vpcId: "string",
        },
        replaceOn: ["region", "vpcPeeringConnectionId"],
    },
    operations: {
        service: "EC2",
        create: "AcceptVpcPeeringConnection",
        update: "ModifyVpcPeeringConnectionOptions",
    },
    create(scope, inputs) {
        const given = read(inputs);
        const found = demandReceived(scope, given.text("vpcPeeringConnectionId"));
        const isActive = found.isActive || given.flag("autoAccept");
        put(scope.world, "peerings", { ...found, isActive, accepterTags: given.tags() });
        return found.id;
    },
    /** Seen from this side the roles are turned round. */
    read(scope, id) {
        const found = received(scope, id);
        return (
            found && {
                ...peeringOutputs(found),
                region: scope.region,
                tags: Object.keys(found.accepterTags).length === 0 ? undefined : found.accepterTags,
                tagsAll: { ...found.accepterTags },
                vpcPeeringConnectionId: id,
                vpcId: found.peerVpcId,
                peerVpcId: found.vpcId,
                peerOwnerId: found.account,
                peerRegion: found.region,
            }
        );
    },
    update(scope, id, _olds, news) {
        const found = demandReceived(scope, id);
        const isActive = found.isActive || read(news).flag("autoAccept");
        put(scope.world, "peerings", { ...found, isActive, accepterTags: read(news).tags() });
    },
    delete: () => undefined,
};

function received({ world, account, region }: Scope, id: string): Peering | undefined {
    const found = get(world, "peerings", id);
    return found?.peerOwnerId === account && found.peerRegion === region ? found : undefined;
}

function demandReceived(scope: Scope, id: string): Peering {
    const found = received(scope, id);
    if (found === undefined) {
        throw new AwsError(
            "InvalidVpcPeeringConnectionID.NotFound",
            `The vpcPeeringConnection ID '${id}' does not exist`,
        );
    }
    return found;
}
