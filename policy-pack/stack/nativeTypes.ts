import type { Form, WrittenType } from "./form";
import {
    BUCKET,
    BUCKET_POLICY,
    CLUSTER,
    DHCP_OPTIONS,
    DHCP_OPTIONS_ASSOCIATION,
    EGRESS_RULE,
    FARGATE_PROFILE,
    FLOW_LOG,
    INGRESS_RULE,
    INTERNET_GATEWAY,
    KMS_KEY,
    LOG_GROUP,
    NAT_GATEWAY,
    NODE_GROUP,
    PREFIX_LIST,
    PROFILE,
    PROFILE_ASSOCIATION,
    PROFILE_RESOURCE_ASSOCIATION,
    RESOLVER_RULE,
    RESOLVER_RULE_ASSOCIATION,
    ROLE,
    ROUTE,
    ROUTE_TABLE,
    ROUTE_TABLE_ASSOCIATION,
    SECURITY_GROUP,
    SECURITY_GROUP_VPC_ASSOCIATION,
    SUBNET,
    VPC,
    VPC_ENDPOINT,
    VPC_RANGE,
    ZONE,
} from "./resourceTypes";

/** What CloudFormation has for an option that is left out. */
const whereSpecified = (value: unknown): unknown => (value === "not-specified" ? undefined : value);

/** CloudFormation gives `Z0123:vpce-0123.eks.…` for what the aws provider gives as an object. */
const toDnsEntry = (value: unknown): unknown =>
    typeof value === "string" ? { dnsName: value.slice(value.indexOf(":") + 1) } : value;

/** CloudFormation gives the ARN of a log group with `:*` behind it. */
const withoutStreams = (value: unknown): unknown =>
    typeof value === "string" ? value.replace(/:\*$/, "") : value;

const INGRESS: Form = {
    names: {
        cidrIpv4: "cidrIp",
        prefixListId: "sourcePrefixListId",
        referencedSecurityGroupId: "sourceSecurityGroupId",
        securityGroups: "sourceSecurityGroupName",
    },
};
const EGRESS: Form = {
    names: {
        cidrIpv4: "cidrIp",
        prefixListId: "destinationPrefixListId",
        referencedSecurityGroupId: "destinationSecurityGroupId",
    },
};

/** A rule that is a resource of its own. */
function asResource({ names }: Form): Form {
    return { names: { ...names, securityGroupId: "groupId", id: "awsId" } };
}

/**
 * The types of aws-native that are read. Source: the schemas of CloudFormation in the repository pulumi/pulumi-aws-native,
 * read 2026-11-26; the template reference of AWS::EC2::VPCEndpoint for `not-specified`, of AWS::Logs::LogGroup for the ARN.
 */
export const NATIVE_TYPES: { [token: string]: WrittenType } = {
    "aws-native:ec2:VpcEndpoint": {
        type: VPC_ENDPOINT,
        names: { id: "awsId", policy: "policyDocument" },
        values: { dnsEntries: toDnsEntry, ipAddressType: whereSpecified },
        within: { dnsOptions: { values: { dnsRecordIpType: whereSpecified } } },
    },
    "aws-native:ec2:Vpc": {
        type: VPC,
        names: { id: "vpcId", defaultSecurityGroupId: "defaultSecurityGroup" },
    },
    "aws-native:ec2:VpcCidrBlock": { type: VPC_RANGE },
    "aws-native:ec2:DhcpOptions": { type: DHCP_OPTIONS, names: { id: "dhcpOptionsId" } },
    "aws-native:ec2:VpcdhcpOptionsAssociation": { type: DHCP_OPTIONS_ASSOCIATION },
    "aws-native:ec2:RouteTable": { type: ROUTE_TABLE, names: { id: "routeTableId" } },
    "aws-native:ec2:Route": { type: ROUTE },
    "aws-native:ec2:SubnetRouteTableAssociation": { type: ROUTE_TABLE_ASSOCIATION },
    "aws-native:ec2:NatGateway": { type: NAT_GATEWAY, names: { id: "natGatewayId" } },
    "aws-native:ec2:InternetGateway": {
        type: INTERNET_GATEWAY,
        names: { id: "internetGatewayId" },
    },
    "aws-native:ec2:Subnet": { type: SUBNET, names: { id: "subnetId" } },
    "aws-native:ec2:SecurityGroup": {
        type: SECURITY_GROUP,
        names: { id: "groupId", ingress: "securityGroupIngress", egress: "securityGroupEgress" },
        within: { ingress: INGRESS, egress: EGRESS },
    },
    "aws-native:ec2:SecurityGroupIngress": { type: INGRESS_RULE, ...asResource(INGRESS) },
    "aws-native:ec2:SecurityGroupEgress": { type: EGRESS_RULE, ...asResource(EGRESS) },
    "aws-native:ec2:SecurityGroupVpcAssociation": {
        type: SECURITY_GROUP_VPC_ASSOCIATION,
        names: { securityGroupId: "groupId" },
    },
    "aws-native:ec2:PrefixList": { type: PREFIX_LIST, names: { id: "prefixListId" } },
    "aws-native:ec2:FlowLog": {
        type: FLOW_LOG,
        names: {
            id: "awsId",
            iamRoleArn: "deliverLogsPermissionArn",
            vpcId: "resourceId",
            subnetId: "resourceId",
            eniId: "resourceId",
        },
        where: {
            vpcId: ["resourceType", "VPC"],
            subnetId: ["resourceType", "Subnet"],
            eniId: ["resourceType", "NetworkInterface"],
        },
    },
    "aws-native:logs:LogGroup": {
        type: LOG_GROUP,
        names: { name: "logGroupName" },
        values: { arn: withoutStreams },
    },
    "aws-native:iam:Role": {
        type: ROLE,
        names: { name: "roleName", assumeRolePolicy: "assumeRolePolicyDocument" },
    },
    "aws-native:s3:Bucket": {
        type: BUCKET,
        names: {
            id: "bucketName",
            bucket: "bucketName",
            serverSideEncryptionConfigurations: "bucketEncryption",
        },
        within: {
            serverSideEncryptionConfigurations: {
                names: { rules: "serverSideEncryptionConfiguration" },
                within: {
                    rules: {
                        names: {
                            applyServerSideEncryptionByDefault: "serverSideEncryptionByDefault",
                        },
                    },
                },
            },
        },
    },
    "aws-native:s3:BucketPolicy": { type: BUCKET_POLICY, names: { policy: "policyDocument" } },
    "aws-native:kms:Key": { type: KMS_KEY, names: { id: "keyId", policy: "keyPolicy" } },
    "aws-native:route53:HostedZone": { type: ZONE, names: { id: "awsId", zoneId: "awsId" } },
    "aws-native:route53profiles:Profile": { type: PROFILE, names: { id: "awsId" } },
    "aws-native:route53profiles:ProfileAssociation": { type: PROFILE_ASSOCIATION },
    "aws-native:route53profiles:ProfileResourceAssociation": { type: PROFILE_RESOURCE_ASSOCIATION },
    "aws-native:route53resolver:ResolverRule": {
        type: RESOLVER_RULE,
        names: { id: "resolverRuleId" },
    },
    "aws-native:route53resolver:ResolverRuleAssociation": { type: RESOLVER_RULE_ASSOCIATION },
    "aws-native:eks:Cluster": { type: CLUSTER, names: { vpcConfig: "resourcesVpcConfig" } },
    "aws-native:eks:Nodegroup": { type: NODE_GROUP, names: { subnetIds: "subnets" } },
    "aws-native:eks:FargateProfile": { type: FARGATE_PROFILE, names: { subnetIds: "subnets" } },
};
