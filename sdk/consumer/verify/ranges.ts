import { familiesOf, type IpFamily, RANGES } from "../../domain/addressing";
import { contains } from "../../domain/cidr";
import { type Problem, problem, warning } from "../../domain/problem";
import { verbAfter, writeList } from "../../domain/wording";
import { nameFamily } from "../../domain/world";
import type { VpcInfo } from "../../lookups/vpc";
import type { Joining } from "./joining";

/** Whether the endpoints have a family of the VPC, and their security group admits all its ranges of the families they have. */
export function checkRanges({ connection, vpc, hub }: Joining): Problem[] {
    if (vpc?.kind !== "found") {
        return [];
    }
    const families = familiesOf(connection.ipAddressType);
    if (families.every((family) => vpc.found[RANGES[family]].length === 0)) {
        return noCommonFamily(vpc.found, families, hub);
    }
    const problems = families.flatMap((family) => {
        const admitted = connection.admitted[RANGES[family]];
        const outside = vpc.found[RANGES[family]].filter((range) => !contains(admitted, range));
        return outside.length === 0
            ? []
            : notAdmitted(family, outside, admitted, vpc.found.vpcId, hub);
    });
    const unclear = describeUnreadable(connection.admitted);
    if (problems.length === 0 || unclear === undefined) {
        return problems;
    }
    const reason =
        `could not be verified: ${unclear}; make sure that it admits ` +
        `${families.flatMap((family) => vpc.found[RANGES[family]]).join(" and ")} of VPC ${vpc.found.vpcId} on TCP port 443`;
    return warning("connection.admitted", reason);
}

/** Why a range may be admitted although no list has it; undefined where the lists say all. */
function describeUnreadable({
    cidrBlocks,
    ipv6CidrBlocks,
    prefixListIds,
    securityGroupIds,
}: Joining["connection"]["admitted"]): string | undefined {
    if (prefixListIds.length > 0) {
        return `the endpoints' security group admits prefix lists (${prefixListIds.join(", ")})`;
    }
    // Beside ranges, groups are for clients in the endpoints' own VPC; alone they may be reached over a peering.
    if (cidrBlocks.length + ipv6CidrBlocks.length > 0) {
        return undefined;
    }
    return securityGroupIds.length > 0
        ? `the endpoints' security group admits members of groups only (${securityGroupIds.join(", ")})`
        : "the endpoints have security groups of the hub's own";
}

function notAdmitted(
    family: IpFamily,
    outside: string[],
    admitted: string[],
    vpcId: string,
    hub: string,
): Problem[] {
    const list = RANGES[family];
    const reason =
        `${outside.join(" and ")} of VPC ${vpcId} ${verbAfter(outside, "are")} ` +
        `not admitted by the endpoints' security group, which admits ${admitted.join(", ") || `no ${nameFamily(family)}`}; in ingress of the EksEndpointSet in ${hub} write ` +
        `${list}: ${writeList([...admitted, ...outside])}, and run pulumi up there first`;
    return problem(`connection.admitted.${list}`, reason);
}

function noCommonFamily({ vpcId }: VpcInfo, families: IpFamily[], hub: string): Problem[] {
    const names = families.map(nameFamily).join(" and ");
    const reason =
        `the endpoints of ${hub} have ${names} addresses only, and VPC ${vpcId} has no ${names} range; associate one ` +
        `with the VPC, or change ipAddressType of the EksEndpointSet in ${hub}`;
    return problem("connection.ipAddressType", reason);
}
