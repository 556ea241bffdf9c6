import type { EksEndpointSetArgs } from "../../../sdk/index";
import { REGION, type Table } from "./table";

const OWN_POLICY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: "*",
            Action: "eks:ListClusters",
            Resource: "*",
            Condition: {
                StringEquals: {
                    "aws:PrincipalAccount": "111122223333",
                    "aws:ResourceAccount": "111122223333",
                },
            },
        },
    ],
});
const PATH = "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*";
const KEY = "arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000";
const STREAM = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/logs";
/** No lookup finds them. */
const UNSEEN = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"];

/** Every argument of EksEndpointSet. */
export const endpointSet: Table<EksEndpointSetArgs> = {
    component: "EksEndpointSet",
    file: "tests/support/arguments/endpointSet.ts",
    name: "eks",
    combinations: [
        {
            title: "a group, policies and a bucket that it creates",
            args: ({ vpcId, subnetIds: [a = "", b = ""] }) => ({
                vpcId,
                subnetIds: [a, b],
                services: ["eks", "eks-auth"],
                ipAddressType: "dualstack",
                dnsRecordIpType: "service-defined",
                privateDnsEnabled: false,
                endpointPolicy: {
                    organizationIds: ["o-f6g7h8i9j0"],
                    organizationPaths: [PATH],
                    accountIds: ["444455556666"],
                    actions: { eks: ["eks:DescribeCluster"] },
                },
                ingress: {
                    cidrBlocks: ["10.64.0.0/16"],
                    ipv6CidrBlocks: ["2001:db8:7::/48"],
                    sourceSecurityGroupIds: ["sg-0123456789abcdef0"],
                    prefixListIds: ["pl-0123456789abcdef0"],
                },
                flowLogs: {
                    enabled: true,
                    destination: "s3",
                    forceDestroy: true,
                    trafficType: "REJECT",
                    retentionInDays: 30,
                    kmsKeyId: KEY,
                    maxAggregationInterval: 60,
                    logFormat: "${srcaddr} ${dstaddr} ${action}",
                },
                tags: { team: "platform" },
            }),
            arrives: ({ vpcId, subnetIds: [a, b] }) => ({
                vpcId: ["eks-eks.vpcId", vpcId],
                subnetIds: ["eks-eks.subnetIds", [a, b]],
                services: ["eks-oidc-eks", undefined],
                ipAddressType: ["eks-eks.ipAddressType", "dualstack"],
                dnsRecordIpType: ["eks-eks.dnsOptions.dnsRecordIpType", "service-defined"],
                privateDnsEnabled: ["eks-eks-private-dns.privateDnsEnabled", false],
                "endpointPolicy.organizationIds": ["eks-eks.policy", /"o-f6g7h8i9j0"/],
                "endpointPolicy.organizationPaths": [
                    "eks-eks.policy",
                    /OrgPaths".{0,9}o-a1b2c3d4e5\/r-ab12\/ou-ab12-11111111\/\*/,
                ],
                "endpointPolicy.accountIds": ["eks-eks.policy", /"444455556666"/],
                "endpointPolicy.actions": ["eks-eks.policy", /"Action":"eks:DescribeCluster"/],
                "ingress.cidrBlocks": ["eks-clients.ingress.0.cidrBlocks", ["10.64.0.0/16"]],
                "ingress.ipv6CidrBlocks": [
                    "eks-clients.ingress.0.ipv6CidrBlocks",
                    ["2001:db8:7::/48"],
                ],
                "ingress.sourceSecurityGroupIds": [
                    "eks-clients.ingress.0.securityGroups",
                    ["sg-0123456789abcdef0"],
                ],
                "ingress.prefixListIds": [
                    "eks-clients.ingress.0.prefixListIds",
                    ["pl-0123456789abcdef0"],
                ],
                "flowLogs.enabled": ["eks-flow-log.vpcId", vpcId],
                "flowLogs.destination": ["eks-flow-log.logDestinationType", "s3"],
                "flowLogs.forceDestroy": ["eks-flow-log-bucket.forceDestroy", true],
                "flowLogs.trafficType": ["eks-flow-log.trafficType", "REJECT"],
                "flowLogs.retentionInDays": [
                    "eks-flow-log-bucket-lifecycle.rules.0.expiration.days",
                    30,
                ],
                "flowLogs.kmsKeyId": [
                    "eks-flow-log-bucket-encryption.rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId",
                    KEY,
                ],
                "flowLogs.maxAggregationInterval": ["eks-flow-log.maxAggregationInterval", 60],
                "flowLogs.logFormat": ["eks-flow-log.logFormat", "${srcaddr} ${dstaddr} ${action}"],
                tags: ["eks-flow-log.tags.team", "platform"],
            }),
        },
        {
            title: "a group, a policy and a delivery stream of the user's own, in a named region",
            args: ({ vpcId, subnetIds: [a = "", b = ""] }) => ({
                vpcId,
                subnetIds: [a, b],
                policyDocuments: { eks: OWN_POLICY },
                securityGroupIds: ["sg-0123456789abcdef0"],
                flowLogs: { destination: "kinesis-data-firehose", destinationArn: STREAM },
                serviceNames: { eks: "aws.api.eu-central-1.eks" },
                region: REGION,
            }),
            arrives: () => ({
                policyDocuments: ["eks-eks.policy", OWN_POLICY],
                securityGroupIds: ["eks-eks.securityGroupIds", ["sg-0123456789abcdef0"]],
                "flowLogs.destinationArn": ["eks-flow-log.logDestination", STREAM],
                serviceNames: ["eks-eks.serviceName", "aws.api.eu-central-1.eks"],
                region: ["eks-eks.region", REGION],
            }),
        },
        {
            title: "one subnet a zone and a flow log that is there",
            args: ({ vpcId, subnetIds }) => ({
                vpcId,
                subnetIds,
                subnetSelection: "supportedZones",
                flowLogs: { existingFlowLogId: "fl-0123456789abcdef0" },
            }),
            arrives: ({ subnetIds: [a, b] }) => ({
                subnetSelection: ["eks-eks.subnetIds", [a, b]],
                "flowLogs.existingFlowLogId": ["eks.flowLogId", "fl-0123456789abcdef0"],
            }),
        },
        {
            title: "neither look-ups nor a flow log",
            args: ({ vpcId }) => ({
                vpcId,
                subnetIds: UNSEEN,
                ingress: { cidrBlocks: ["10.64.0.0/16"] },
                flowLogs: { enabled: false },
                verify: false,
            }),
            arrives: () => ({
                "flowLogs.enabled": ["eks-flow-log", undefined],
                verify: ["eks-eks.subnetIds", UNSEEN],
            }),
        },
    ],
};
