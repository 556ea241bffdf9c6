import { Later, SecretValue, type TestResource } from "../testResource";
import type { Inputs } from "./common";

/** The types of Terraform, by those of the aws provider. */
const NAMES: { [type: string]: string } = {
    "aws:cloudformation/stack:Stack": "aws_cloudformation_stack",
    "aws:cloudwatch/logGroup:LogGroup": "aws_cloudwatch_log_group",
    "aws:ec2/defaultRouteTable:DefaultRouteTable": "aws_default_route_table",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": "aws_default_security_group",
    "aws:ec2/flowLog:FlowLog": "aws_flow_log",
    "aws:ec2/internetGateway:InternetGateway": "aws_internet_gateway",
    "aws:ec2/managedPrefixList:ManagedPrefixList": "aws_ec2_managed_prefix_list",
    "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry": "aws_ec2_managed_prefix_list_entry",
    "aws:ec2/natGateway:NatGateway": "aws_nat_gateway",
    "aws:ec2/route:Route": "aws_route",
    "aws:ec2/routeTable:RouteTable": "aws_route_table",
    "aws:ec2/routeTableAssociation:RouteTableAssociation": "aws_route_table_association",
    "aws:ec2/securityGroup:SecurityGroup": "aws_security_group",
    "aws:ec2/securityGroupAssociation:SecurityGroupAssociation":
        "aws_vpc_endpoint_security_group_association",
    "aws:ec2/securityGroupRule:SecurityGroupRule": "aws_security_group_rule",
    "aws:ec2/subnet:Subnet": "aws_subnet",
    "aws:ec2/vpc:Vpc": "aws_vpc",
    "aws:ec2/vpcDhcpOptions:VpcDhcpOptions": "aws_vpc_dhcp_options",
    "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation":
        "aws_vpc_dhcp_options_association",
    "aws:ec2/vpcEndpoint:VpcEndpoint": "aws_vpc_endpoint",
    "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": "aws_vpc_endpoint_policy",
    "aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation":
        "aws_vpc_endpoint_subnet_association",
    "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation":
        "aws_vpc_ipv4_cidr_block_association",
    "aws:eks/cluster:Cluster": "aws_eks_cluster",
    "aws:eks/fargateProfile:FargateProfile": "aws_eks_fargate_profile",
    "aws:eks/nodeGroup:NodeGroup": "aws_eks_node_group",
    "aws:iam/role:Role": "aws_iam_role",
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream":
        "aws_kinesis_firehose_delivery_stream",
    "aws:kms/key:Key": "aws_kms_key",
    "aws:kms/keyPolicy:KeyPolicy": "aws_kms_key_policy",
    "aws:ram/principalAssociation:PrincipalAssociation": "aws_ram_principal_association",
    "aws:ram/resourceAssociation:ResourceAssociation": "aws_ram_resource_association",
    "aws:ram/resourceShare:ResourceShare": "aws_ram_resource_share",
    "aws:route53/profilesAssociation:ProfilesAssociation": "aws_route53profiles_association",
    "aws:route53/profilesProfile:ProfilesProfile": "aws_route53profiles_profile",
    "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation":
        "aws_route53profiles_resource_association",
    "aws:route53/record:Record": "aws_route53_record",
    "aws:route53/recordsExclusive:RecordsExclusive": "aws_route53_records_exclusive",
    "aws:route53/resolverRule:ResolverRule": "aws_route53_resolver_rule",
    "aws:route53/resolverRuleAssociation:ResolverRuleAssociation":
        "aws_route53_resolver_rule_association",
    "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization":
        "aws_route53_vpc_association_authorization",
    "aws:route53/zone:Zone": "aws_route53_zone",
    "aws:route53/zoneAssociation:ZoneAssociation": "aws_route53_zone_association",
    "aws:s3/bucket:Bucket": "aws_s3_bucket",
    "aws:s3/bucketPolicy:BucketPolicy": "aws_s3_bucket_policy",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration":
        "aws_s3_bucket_server_side_encryption_configuration",
    "aws:vpc/endpointPrivateDns:EndpointPrivateDns": "aws_vpc_endpoint_private_dns",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": "aws_vpc_security_group_egress_rule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule":
        "aws_vpc_security_group_ingress_rule",
    "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation":
        "aws_vpc_security_group_vpc_association",
};

/** Blocks, by the names that the aws provider gives to lists of them. */
const BLOCKS: { [name: string]: string } = {
    aliases: "alias",
    dnsEntries: "dns_entry",
    entries: "entry",
    resourceRecordSets: "resource_record_set",
    routes: "route",
    rules: "rule",
    subnetConfigurations: "subnet_configuration",
    vpcs: "vpc",
};

/** Blocks of which there is one, which Terraform writes as a list. */
const ALONE = [
    "aliasTarget",
    "applyServerSideEncryptionByDefault",
    "dnsOptions",
    "rule",
    "serverSideEncryptionConfiguration",
    "vpcConfig",
];

/** Maps whose keys are the user's. */
const MAPS = ["tags", "tagsAll"];

/**
 * Writes the resources of a stack as a Terraform module shows them, where it has them, in place: by the names and addresses
 * of Terraform, with all that AWS fills in, and without a word of what comes from where.
 */
export function writeTerraform(resources: TestResource[]): TestResource[] {
    const module: TestResource = {
        type: "net:index:Module",
        name: "net",
        inputs: {},
        computed: {},
    };
    for (const resource of resources) {
        const name = NAMES[resource.type];
        if (name !== undefined) {
            const { inputs, computed } = resource;
            const shown = {
                ...Object.fromEntries(
                    Object.entries(computed).map(([key, value]) => [key, new Later(value)]),
                ),
                ...Object.fromEntries(
                    Object.entries(inputs).filter(([, value]) => value !== undefined),
                ),
            };
            Object.assign(resource, {
                name: `${name}.${resource.name}`,
                type: `net:tf:${name}`,
                inputs: writeBlock(shown),
                parent: module,
            });
        }
    }
    return [module, ...resources];
}

function writeBlock(block: Inputs): Inputs {
    return Object.fromEntries(
        Object.entries(block).map(([name, value]) => [
            BLOCKS[name] ?? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
            writeProperty(name, value),
        ]),
    );
}

function writeProperty(name: string, value: unknown): unknown {
    const written = writeValue(value, !MAPS.includes(name));
    const isAlone = ALONE.includes(name) && !Array.isArray(value) && value !== undefined;
    return isAlone ? [written] : written;
}

function writeValue(value: unknown, isBlock: boolean): unknown {
    if (value instanceof Later) {
        return new LaterWritten(value, isBlock);
    }
    if (value instanceof SecretValue) {
        return new SecretValue(writeValue(value.value, isBlock));
    }
    if (Array.isArray(value)) {
        return value.map((item) => writeValue(item, isBlock));
    }
    return typeof value === "object" && value !== null && isBlock
        ? writeBlock(value as Inputs)
        : value;
}

/** What comes from another resource, without saying from which; its value is written when it is there. */
class LaterWritten extends Later {
    public constructor(
        private readonly origin: Later,
        private readonly isBlock: boolean,
    ) {
        super(undefined);
        Object.defineProperty(this, "value", {
            get: () => writeValue(this.origin.value, this.isBlock),
        });
    }
}
