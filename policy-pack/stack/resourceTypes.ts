export const STACK = "pulumi:pulumi:Stack";
export const ENDPOINT_SET = "eks-privatelink:index:EksEndpointSet";

export const VPC_ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
export const VPC_ENDPOINT_POLICY = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";
export const ENDPOINT_PRIVATE_DNS = "aws:vpc/endpointPrivateDns:EndpointPrivateDns";
export const SUBNET_ASSOCIATION =
    "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation";

export const VPC = "aws:ec2/vpc:Vpc";
export const DEFAULT_VPC = "aws:ec2/defaultVpc:DefaultVpc";
export const SUBNET = "aws:ec2/subnet:Subnet";
export const DEFAULT_SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";
export const VPC_RANGE = "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
export const DHCP_OPTIONS = "aws:ec2/vpcDhcpOptions:VpcDhcpOptions";
export const DHCP_OPTIONS_ASSOCIATION =
    "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation";

export const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
export const DEFAULT_ROUTE_TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";
export const ROUTE = "aws:ec2/route:Route";
export const ROUTE_TABLE_ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
export const MAIN_ROUTE_TABLE_ASSOCIATION =
    "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
export const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
export const INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";

export const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
export const DEFAULT_SECURITY_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
export const SECURITY_GROUP_ASSOCIATION =
    "aws:ec2/securityGroupAssociation:SecurityGroupAssociation";
export const SECURITY_GROUP_VPC_ASSOCIATION =
    "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation";
export const SECURITY_GROUP_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
export const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
export const EGRESS_RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
export const PREFIX_LIST = "aws:ec2/managedPrefixList:ManagedPrefixList";
export const PREFIX_LIST_ENTRY = "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry";

export const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
export const ROLE = "aws:iam/role:Role";
export const BUCKET = "aws:s3/bucket:Bucket";
export const BUCKET_V2 = "aws:s3/bucketV2:BucketV2";
export const BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
export const BUCKET_ENCRYPTION =
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
export const BUCKET_ENCRYPTION_V2 =
    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";

export const KMS_KEY = "aws:kms/key:Key";
export const KMS_KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";
export const STREAM = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

export const ZONE = "aws:route53/zone:Zone";
export const ZONE_ASSOCIATION = "aws:route53/zoneAssociation:ZoneAssociation";
export const ASSOCIATION_AUTHORIZATION =
    "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization";
export const RECORD = "aws:route53/record:Record";
export const ZONE_RECORDS = "aws:route53/recordsExclusive:RecordsExclusive";
export const RESOLVER_RULE = "aws:route53/resolverRule:ResolverRule";
export const RESOLVER_RULE_ASSOCIATION =
    "aws:route53/resolverRuleAssociation:ResolverRuleAssociation";
export const PROFILE = "aws:route53/profilesProfile:ProfilesProfile";
export const PROFILE_ASSOCIATION = "aws:route53/profilesAssociation:ProfilesAssociation";
export const PROFILE_RESOURCE_ASSOCIATION =
    "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation";

export const RESOURCE_SHARE = "aws:ram/resourceShare:ResourceShare";
export const SHARED_RESOURCE = "aws:ram/resourceAssociation:ResourceAssociation";
export const SHARE_PRINCIPAL = "aws:ram/principalAssociation:PrincipalAssociation";

export const CLUSTER = "aws:eks/cluster:Cluster";
export const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
export const FARGATE_PROFILE = "aws:eks/fargateProfile:FargateProfile";

/** Ranges that aws-native adds to a subnet by a resource of their own. */
export const SUBNET_RANGE = "aws-native:ec2:SubnetCidrBlock";

/** Types that this pack knows and cannot read: templates, resources of any type, and what decides over EKS endpoints. */
export const CLOUDFORMATION_STACKS = [
    "aws:cloudformation/stack:Stack",
    "aws:cloudformation/stackSet:StackSet",
    "aws-native:cloudformation:Stack",
    "aws-native:cloudformation:StackSet",
];
export const CLOUD_CONTROL = "aws:cloudcontrol/resource:Resource";
export const NATIVE_EXTENSION = "aws-native:index:ExtensionResource";
export const UNREAD_BESIDE_ENDPOINTS = [
    "aws-native:ram:ResourceShare",
    "aws-native:route53:RecordSet",
    "aws-native:route53:RecordSetGroup",
];

/** Types of VPCs, subnets, route tables, security groups and buckets. */
export const VPCS = [VPC, DEFAULT_VPC];
export const SUBNETS = [SUBNET, DEFAULT_SUBNET];
export const ROUTE_TABLES = [ROUTE_TABLE, DEFAULT_ROUTE_TABLE];
export const SECURITY_GROUPS = [SECURITY_GROUP, DEFAULT_SECURITY_GROUP];
export const BUCKETS = [BUCKET, BUCKET_V2];

/** Types that lead to a security group without being served by it. */
export const ASSOCIATION_TYPES_OF_GROUPS: ReadonlySet<string> = new Set([
    SECURITY_GROUP_ASSOCIATION,
    "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation",
    "aws:ec2/tag:Tag",
    "aws:ssm/parameter:Parameter",
]);

/** Types whose omitted inputs mean something: AWS or the provider fills them in, so outputs do not show that they were omitted. */
export const TYPES_READ_BY_INPUT: ReadonlySet<string> = new Set([
    ENDPOINT_SET,
    VPC_ENDPOINT,
    VPC_ENDPOINT_POLICY,
    VPC,
    DEFAULT_VPC,
    SUBNET,
    DEFAULT_SUBNET,
    ROUTE_TABLE,
    DEFAULT_ROUTE_TABLE,
    SECURITY_GROUP,
    DEFAULT_SECURITY_GROUP,
    SECURITY_GROUP_ASSOCIATION,
    SECURITY_GROUP_RULE,
    INGRESS_RULE,
    EGRESS_RULE,
    PREFIX_LIST,
    PREFIX_LIST_ENTRY,
    FLOW_LOG,
    LOG_GROUP,
    BUCKET,
    BUCKET_V2,
    KMS_KEY,
    ...CLOUDFORMATION_STACKS,
    CLOUD_CONTROL,
    NATIVE_EXTENSION,
    ZONE,
    RESOURCE_SHARE,
]);
