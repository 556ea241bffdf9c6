import * as aws from "@pulumi/aws";
import {
    DnsRecordIpType,
    EksEndpointSet,
    FlowLogDestination,
    IpAddressType,
} from "eks-privatelink";

const vpc = new aws.ec2.Vpc("network", {
    cidrBlock: "10.20.0.0/16",
    assignGeneratedIpv6CidrBlock: true,
    enableDnsHostnames: true,
    enableDnsSupport: true,
});

const zones = aws.getAvailabilityZonesOutput({ state: "available" });

const subnets = [0, 1].map(
    (i) =>
        new aws.ec2.Subnet(`private-${i}`, {
            vpcId: vpc.id,
            availabilityZone: zones.names[i],
            cidrBlock: `10.20.${i}.0/24`,
            // AWS gives the VPC a /56; its 256 networks of /64 differ in the last two digits.
            ipv6CidrBlock: vpc.ipv6CidrBlock.apply((block) =>
                block.replace("00::/56", `0${i}::/64`),
            ),
            assignIpv6AddressOnCreation: true,
        }),
);

const endpoints = new EksEndpointSet("eks", {
    vpcId: vpc.id,
    subnetIds: subnets.map(({ id }) => id),
    ipAddressType: IpAddressType.Dualstack,
    dnsRecordIpType: DnsRecordIpType.Dualstack,
    ingress: { cidrBlocks: [vpc.cidrBlock], ipv6CidrBlocks: [vpc.ipv6CidrBlock] },
    flowLogs: { destination: FlowLogDestination.S3, retentionInDays: 90, forceDestroy: true },
});

export const vpcId = vpc.id;
export const { hostNames, addresses, flowLogDestinationArn } = endpoints;
