import { parseRange } from "../../world/addresses";
import { AwsError } from "../../world/errors";
import type { DnsRecord, HostedZone } from "../../world/objects/dns";
import { get } from "../../world/objectsOf";
import type { World } from "../../world/types";
import { demandTarget } from "./aliasTargets";
import { recordsOf } from "./zonesOf";

/** Everything Route 53 refuses in a record. */
export function demandAllowed(
    world: World,
    zone: HostedZone,
    record: DnsRecord,
    isOverwriting: boolean,
): void {
    const { fullName, type } = record;
    if (type === "CNAME" && fullName === zone.name) {
        throw refused(
            `RRSet of type CNAME with DNS name ${fullName}. is not permitted at apex in zone ${zone.name}.`,
        );
    }
    demandNoCname(world, zone, record);
    if (!isOverwriting && get(world, "records", record.id) !== undefined) {
        throw refused(
            `Tried to create resource record set [name='${fullName}.', type='${type}'] but it already exists`,
        );
    }
    for (const value of record.values) {
        demandAddress(type, value);
    }
    if (record.alias !== undefined) {
        demandTarget(world, zone, type, record.alias);
    }
}

/** A name that is a CNAME is nothing else. */
function demandNoCname(world: World, zone: HostedZone, record: DnsRecord): void {
    const others = recordsOf(world, zone.id).filter(
        (each) => each.fullName === record.fullName && each.type !== record.type,
    );
    const named = `RRSet of type ${record.type} with DNS name ${record.fullName}. is not permitted`;
    if (record.type === "CNAME" && others.length > 0) {
        throw refused(
            `${named} as it conflicts with other records with the same DNS name in zone ${zone.name}.`,
        );
    }
    if (others.some((each) => each.type === "CNAME")) {
        throw refused(
            `${named} because a conflicting RRSet of type CNAME with the same DNS name already exists in zone ` +
                `${zone.name}.`,
        );
    }
}

function demandAddress(type: string, value: string): void {
    const family = { A: 4, AAAA: 6 }[type];
    if (family === undefined) {
        return;
    }
    if (!value.includes("/") && parseRange(value)?.family === family) {
        return;
    }
    throw refused(
        `Invalid Resource Record: 'FATAL problem: ${type}RRDATAIllegalIPv${family}Address ` +
            `(Value is not a valid IPv${family} address) encountered with '${value}''`,
    );
}

function refused(text: string): AwsError {
    return new AwsError("InvalidChangeBatch", `[${text}]`);
}
