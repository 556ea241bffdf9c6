import { durationOf } from "../../../simulated-aws/index";
import type { TimedCall } from "./criticalPath";

/** A call with the names of those that it waits for. */
type Written = [operation: "create" | "update", type: string, name: string, waits: string[]];

const GROUP: Written = ["create", "aws:ec2/securityGroup:SecurityGroup", "group", []];

/**
 * A set as the module vpc-endpoints of terraform-aws-modules/vpc/aws creates it: each endpoint has private DNS from its
 * creation and waits for the group alone. Source: modules/vpc-endpoints/main.tf, read in November 2026.
 */
export const SET = written([GROUP, endpoint("eks"), endpoint("oidc-eks")]);

/** A hub as it is usually written beside that module: a zone waits for nothing, and a record for zone and endpoint. */
export const HUB = written([
    GROUP,
    ...["eks", "oidc-eks"].flatMap((name): Written[] => [
        endpoint(name),
        ["create", "aws:route53/zone:Zone", `${name} zone`, []],
        ["create", "aws:route53/record:Record", `${name} record`, [`${name} zone`, name]],
        grant("ZoneAssociation", name, [`${name} zone`]),
    ]),
]);

/** A VPC of the hub's account added to it: its associations wait for nothing that is new. */
export const OWN_CONSUMER = written([
    grant("ZoneAssociation", "eks"),
    grant("ZoneAssociation", "oidc-eks"),
]);

/** The same with a VPC of another account: the hub authorises it. */
export const AUTHORISATION = written([
    grant("VpcAssociationAuthorization", "eks"),
    grant("VpcAssociationAuthorization", "oidc-eks"),
]);

/** A policy narrowed or widened. */
export const POLICY = written([["update", "aws:ec2/vpcEndpoint:VpcEndpoint", "eks", []]]);

function endpoint(name: string): Written {
    return ["create", "aws:ec2/vpcEndpoint:VpcEndpoint", name, ["group"]];
}

function grant(
    type: "ZoneAssociation" | "VpcAssociationAuthorization",
    name: string,
    waits: string[] = [],
): Written {
    const token = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    return ["create", `aws:route53/${token}:${type}`, `${name} association`, waits];
}

function written(calls: Written[]): TimedCall[] {
    const names = calls.map(([, , name]) => name);
    return calls.map(([operation, type, name, waits]) => ({
        label: `${operation} ${name}`,
        seconds: durationOf(type, operation).seconds,
        waits: waits.map((each) => names.indexOf(each)),
    }));
}
