import { AwsError } from "../../world/errors";
import type { ResolverEndpoint } from "../../world/objects/dns";
import type { Subnet } from "../../world/objects/network";
import { find, list } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { isUsableIn } from "../securityGroups/groupVpc";
import type { WantedAddress } from "./resolverInterfaces";

/** Endpoints per account and region, and addresses per endpoint. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html */
const ENDPOINTS_PER_REGION = 4;
const ADDRESSES_PER_ENDPOINT = 6;

/** Refuses one endpoint too many. */
export function demandRoom(scope: Scope): void {
    if (list(scope, "resolverEndpoints").length < ENDPOINTS_PER_REGION) {
        return;
    }
    throw new AwsError(
        "LimitExceededException",
        `The account has ${ENDPOINTS_PER_REGION} resolver endpoints in ${scope.region}, which is the maximum.`,
    );
}

/**
 * Everything else that Route 53 Resolver refuses in an endpoint; returns the subnets of its addresses. The codes are
 * the service's, texts without an `RSLVR` number are simulated.
 */
export function demandPossible(
    scope: Scope,
    plan: Pick<ResolverEndpoint, "securityGroupIds" | "type">,
    wanted: WantedAddress[],
): Subnet[] {
    if (wanted.length < 2) {
        throw new AwsError(
            "InvalidRequestException",
            "[RSLVR-00400] Resolver endpoint need to have at least 2 IP addresses.",
        );
    }
    if (wanted.length > ADDRESSES_PER_ENDPOINT) {
        throw new AwsError(
            "LimitExceededException",
            `A resolver endpoint has ${ADDRESSES_PER_ENDPOINT} IP addresses at most.`,
        );
    }
    const subnets = wanted.map(({ subnetId }) => demandSubnet(scope, subnetId));
    const vpcId = subnets[0]?.vpcId ?? "";
    for (const subnet of subnets) {
        if (subnet.vpcId !== vpcId) {
            throw new AwsError(
                "InvalidRequestException",
                `The subnet ${subnet.id} is not in the VPC ${vpcId}, where the first one is.`,
            );
        }
        demandFamily(plan.type, subnet);
    }
    for (const groupId of plan.securityGroupIds) {
        if (!isUsableIn(scope, groupId, vpcId)) {
            throw new AwsError(
                "InvalidRequestException",
                `The security group ${groupId} does not exist in the VPC ${vpcId}.`,
            );
        }
    }
    return subnets;
}

function demandSubnet(scope: Scope, subnetId: string): Subnet {
    const found = find(scope, "subnets", subnetId);
    if (found !== undefined) {
        return found;
    }
    throw new AwsError("InvalidRequestException", `The subnet ID '${subnetId}' does not exist`);
}

function demandFamily(type: string, subnet: Subnet): void {
    const hasIpv4 = type === "IPV6" || subnet.cidrBlock !== "";
    const hasIpv6 = type === "IPV4" || subnet.ipv6CidrBlock !== "";
    if (hasIpv4 && hasIpv6) {
        return;
    }
    throw new AwsError(
        "InvalidRequestException",
        `The subnet ${subnet.id} does not support the resolver endpoint type ${type}.`,
    );
}
