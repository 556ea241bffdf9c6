import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { list } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/** What the zonal kind is given. */
export function demandPlace(inputs: Properties): void {
    const given = read(inputs);
    if (given.text("subnetId") === "") {
        throw new AwsError("MissingParameter", "The request must contain the parameter subnetId");
    }
    const isPublic = given.text("connectivityType", "public") === "public";
    if (isPublic && given.text("allocationId") === "") {
        throw new AwsError(
            "MissingParameter",
            "The request must contain the parameter allocationId, as the connectivity type is public",
        );
    }
    if (!isPublic && given.text("allocationId") !== "") {
        throw new AwsError(
            "InvalidParameterCombination",
            "An allocationId is only for the connectivity type public",
        );
    }
}

/** A public NAT gateway in a VPC without an internet gateway ends in the state `failed`. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html */
export function demandInternetGateway(scope: Scope, vpcId: string): void {
    if (!list(scope, "internetGateways").some((each) => each.vpcId === vpcId)) {
        throw new AwsError(
            "Gateway.NotAttached",
            `Network ${vpcId} has no Internet gateway attached`,
        );
    }
}
