import { AwsError } from "../../world/errors";
import { demand, list } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/**
 * Refuses a route to a gateway that is not there or that is another VPC's. Other targets than internet gateways, NAT
 * gateways and transit gateways are taken as they are.
 */
export function demandTarget(scope: Scope, vpcId: string, target: { [key: string]: string }): void {
    const {
        gatewayId = "",
        natGatewayId = "",
        transitGatewayId = "",
        egressOnlyGatewayId = "",
    } = target;
    if (gatewayId.startsWith("igw-")) {
        demandOfVpc(gatewayId, demand(scope, "internetGateways", gatewayId).vpcId, vpcId);
    }
    if (natGatewayId !== "") {
        demandOfVpc(natGatewayId, demand(scope, "natGateways", natGatewayId).vpcId, vpcId);
    }
    if (egressOnlyGatewayId !== "") {
        const found = demand(scope, "egressOnlyGateways", egressOnlyGatewayId);
        demandOfVpc(egressOnlyGatewayId, found.vpcId, vpcId);
    }
    if (transitGatewayId !== "") {
        demandAttached(scope, transitGatewayId, vpcId);
    }
}

function demandOfVpc(id: string, of: string, vpcId: string): void {
    if (of !== vpcId) {
        throw new AwsError(
            "InvalidParameterValue",
            `The route table and network gateway ${id} belong to different networks`,
        );
    }
}

/** A VPC knows the transit gateways to which it is attached, and no others. */
function demandAttached(scope: Scope, gatewayId: string, vpcId: string): void {
    const isAttached = list(scope, "transitAttachments").some(
        (each) => each.gatewayId === gatewayId && each.vpcId === vpcId,
    );
    if (!isAttached) {
        throw new AwsError(
            "InvalidTransitGatewayID.NotFound",
            `The transitGateway ID '${gatewayId}' does not exist`,
        );
    }
}
