import { FlowLog } from "@pulumi/aws/ec2/flowLog";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { VpcEndpoint, type VpcEndpointArgs } from "@pulumi/aws/ec2/vpcEndpoint";
import { Record } from "@pulumi/aws/route53/record";
import type { Zone } from "@pulumi/aws/route53/zone";
import type { Input } from "@pulumi/pulumi";

import { createWorld, DEFAULT_ACCOUNT, type World } from "../../../simulated-aws/index";
import { type Engine, REGION } from "../support";

/** The organisation of every account here but the partner's. */
export const ORGANIZATION = "o-a1b2c3d4e5";

/** Account of a VPC that uses the endpoints of another one. */
export const SPOKE_ACCOUNT = "222233334444";

/** An account of another organisation. */
export const PARTNER_ACCOUNT = "999988887777";

/** A world with the accounts of these patterns. */
export function organizations(): World {
    return createWorld({
        accounts: {
            [DEFAULT_ACCOUNT]: { organizationId: ORGANIZATION },
            [SPOKE_ACCOUNT]: { organizationId: ORGANIZATION },
            [PARTNER_ACCOUNT]: { organizationId: "o-z9y8x7w6v5" },
        },
    });
}

/** Where a program puts its endpoints. */
export interface Place {
    vpcId: Input<string>;
    subnetIds: Input<string>[];
}

/** An interface endpoint with nothing more than AWS demands. */
export function interfaceEndpoint(
    service: string,
    { vpcId, subnetIds }: Place,
    args: Partial<VpcEndpointArgs> = {},
    region = REGION,
): VpcEndpoint {
    return new VpcEndpoint(service, {
        vpcId,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        subnetIds,
        ...args,
    });
}

/** A record that leads the name of a zone itself to an endpoint. */
export function apexAlias(name: string, zone: Zone, type: string, endpoint: VpcEndpoint): Record {
    const target = endpoint.dnsEntries.apply(([regional]) => ({
        name: regional?.dnsName ?? "",
        zoneId: regional?.hostedZoneId ?? "",
        evaluateTargetHealth: false,
    }));
    return new Record(name, { zoneId: zone.zoneId, name: zone.name, type, aliases: [target] });
}

/** A group that admits ranges to TCP 443. */
export function httpsGroup(vpcId: Input<string>, cidrBlocks: Input<string>[]): SecurityGroup {
    const description = "HTTPS from clients";
    return new SecurityGroup("endpoints", {
        vpcId,
        ingress: [{ description, protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks }],
        egress: [],
    });
}

const LOG_BUCKET = "flow-logs";

/** Puts the bucket of another team into the world that `allTraffic` writes to. */
export async function addLogBucket(engine: Engine): Promise<void> {
    await engine.make("aws:s3/bucket:Bucket", { bucket: LOG_BUCKET });
}

/** A flow log that covers a whole VPC, into a bucket of another team. */
export function allTraffic(vpcId: Input<string>): FlowLog {
    return new FlowLog("all", {
        vpcId,
        trafficType: "ALL",
        logDestinationType: "s3",
        logDestination: `arn:aws:s3:::${LOG_BUCKET}`,
    });
}

/** A policy for principals and resources of the organisation. */
export function organizationOnly(actions: string): string {
    const own = { "aws:PrincipalOrgID": ORGANIZATION, "aws:ResourceOrgID": ORGANIZATION };
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: "*",
                Action: actions,
                Resource: "*",
                Condition: { StringEquals: own },
            },
        ],
    });
}
