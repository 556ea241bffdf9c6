import { isIn } from "../world/addresses";
import type { AclEntry, NetworkAcl, NetworkInterface } from "../world/objects/network";
import { all, get } from "../world/objectsOf";
import type { World } from "../world/types";
import type { Client } from "./client";

const NUMBERS: { [name: string]: string } = { tcp: "6", udp: "17" };

/** Ports at which a client waits for answers: an ACL has to let them back, as it remembers nothing. */
const EPHEMERAL = { from: 1024, to: 65535 };

interface Packet {
    acl: NetworkAcl | undefined;
    isEgress: boolean;
    peer: string;
    ports: { from: number; to: number };
    protocol: string;
}

/** Which network ACL stops a connection, there or back; undefined where none does. Inside a subnet none is asked. */
export function stoppingAcl(
    world: World,
    from: Client,
    to: { subnetId: NetworkInterface["subnetId"]; address: string },
    port: number,
    protocol: string,
): string | undefined {
    if (from.subnetId === to.subnetId) {
        return undefined;
    }
    const here = aclOf(world, from.subnetId);
    const there = aclOf(world, to.subnetId);
    const asked = { ports: { from: port, to: port }, protocol: NUMBERS[protocol] ?? protocol };
    const answer = { ...asked, ports: EPHEMERAL };
    const packets: Packet[] = [
        { acl: here, isEgress: true, peer: to.address, ...asked },
        { acl: there, isEgress: false, peer: from.address, ...asked },
        { acl: there, isEgress: true, peer: from.address, ...answer },
        { acl: here, isEgress: false, peer: to.address, ...answer },
    ];
    return packets.map(stopped).find((reason) => reason !== undefined);
}

/** The ACL that a subnet was given, else the one that its VPC was born with. */
function aclOf(world: World, subnetId = ""): NetworkAcl | undefined {
    const vpcId = get(world, "subnets", subnetId)?.vpcId;
    return vpcId === undefined
        ? undefined
        : (all(world, "networkAcls").find(({ subnetIds }) => subnetIds.includes(subnetId)) ??
              get(world, "networkAcls", get(world, "vpcs", vpcId)?.defaultNetworkAclId ?? ""));
}

function stopped({ acl, isEgress, peer, ports, protocol }: Packet): string | undefined {
    if (acl === undefined) {
        return undefined;
    }
    const covers = (entry: AclEntry) =>
        entry.isEgress === isEgress &&
        (entry.protocol === "-1" ||
            (entry.protocol === protocol &&
                entry.fromPort <= ports.from &&
                ports.to <= entry.toPort)) &&
        isIn(peer, entry.cidr);
    const [decisive] = acl.entries
        .filter(covers)
        .sort((one, other) => one.ruleNumber - other.ruleNumber);
    if (decisive?.isAllow === true) {
        return undefined;
    }
    const what = ports === EPHEMERAL ? "answers" : `port ${ports.from}`;
    const direction = isEgress ? `out to ${peer}` : `in from ${peer}`;
    const rule = decisive === undefined ? "no entry" : `entry ${decisive.ruleNumber}`;
    return decisive === undefined
        ? `${rule} of network ACL ${acl.id} lets ${what} ${direction}`
        : `${rule} of network ACL ${acl.id} denies ${what} ${direction}`;
}
