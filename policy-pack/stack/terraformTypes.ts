import type { Form, WrittenType } from "./form";
import * as types from "./resourceTypes";

/** A block of Terraform, in which names have underscores too. */
function block(form: Omit<Form, "isSnakeCase"> = {}): Form {
    return { ...form, isSnakeCase: true };
}

const ENCRYPTION_RULE = block({
    single: ["applyServerSideEncryptionByDefault"],
    within: { applyServerSideEncryptionByDefault: block() },
});

const ROUTES: Form = { names: { routes: "route" }, within: { routes: block() } };

const RULES: Form = { within: { ingress: block(), egress: block() } };

/** Types of Terraform with what the aws provider writes otherwise; it gives lists the plural, and no list where there is one. */
const TYPES: { [name: string]: [type: string, form?: Form] } = {
    aws_vpc_endpoint: [
        types.VPC_ENDPOINT,
        {
            names: { dnsEntries: "dns_entry", subnetConfigurations: "subnet_configuration" },
            single: ["dnsOptions"],
            within: {
                dnsEntries: block(),
                dnsOptions: block(),
                subnetConfigurations: block(),
            },
        },
    ],
    aws_vpc_endpoint_policy: [types.VPC_ENDPOINT_POLICY],
    aws_vpc_endpoint_private_dns: [types.ENDPOINT_PRIVATE_DNS],
    aws_vpc_endpoint_subnet_association: [types.SUBNET_ASSOCIATION],
    aws_vpc_endpoint_security_group_association: [types.SECURITY_GROUP_ASSOCIATION],

    aws_vpc: [types.VPC],
    aws_default_vpc: [types.DEFAULT_VPC],
    aws_subnet: [types.SUBNET],
    aws_default_subnet: [types.DEFAULT_SUBNET],
    aws_vpc_ipv4_cidr_block_association: [types.VPC_RANGE],
    aws_vpc_dhcp_options: [types.DHCP_OPTIONS],
    aws_vpc_dhcp_options_association: [types.DHCP_OPTIONS_ASSOCIATION],

    aws_route_table: [types.ROUTE_TABLE, ROUTES],
    aws_default_route_table: [types.DEFAULT_ROUTE_TABLE, ROUTES],
    aws_route: [types.ROUTE],
    aws_route_table_association: [types.ROUTE_TABLE_ASSOCIATION],
    aws_main_route_table_association: [types.MAIN_ROUTE_TABLE_ASSOCIATION],
    aws_nat_gateway: [types.NAT_GATEWAY],
    aws_internet_gateway: [types.INTERNET_GATEWAY],

    aws_security_group: [types.SECURITY_GROUP, RULES],
    aws_default_security_group: [types.DEFAULT_SECURITY_GROUP, RULES],
    aws_vpc_security_group_vpc_association: [types.SECURITY_GROUP_VPC_ASSOCIATION],
    aws_security_group_rule: [types.SECURITY_GROUP_RULE],
    aws_vpc_security_group_ingress_rule: [types.INGRESS_RULE],
    aws_vpc_security_group_egress_rule: [types.EGRESS_RULE],
    aws_ec2_managed_prefix_list: [
        types.PREFIX_LIST,
        { names: { entries: "entry" }, within: { entries: block() } },
    ],
    aws_ec2_managed_prefix_list_entry: [types.PREFIX_LIST_ENTRY],

    aws_flow_log: [types.FLOW_LOG],
    aws_cloudwatch_log_group: [types.LOG_GROUP],
    aws_iam_role: [types.ROLE],
    aws_s3_bucket: [
        types.BUCKET,
        {
            single: ["serverSideEncryptionConfiguration"],
            within: {
                serverSideEncryptionConfiguration: block({
                    single: ["rule"],
                    within: { rule: ENCRYPTION_RULE },
                }),
            },
        },
    ],
    aws_s3_bucket_policy: [types.BUCKET_POLICY],
    aws_s3_bucket_server_side_encryption_configuration: [
        types.BUCKET_ENCRYPTION,
        { names: { rules: "rule" }, within: { rules: ENCRYPTION_RULE } },
    ],
    aws_kms_key: [types.KMS_KEY],
    aws_kms_key_policy: [types.KMS_KEY_POLICY],
    aws_kinesis_firehose_delivery_stream: [types.STREAM],

    aws_route53_zone: [types.ZONE, { names: { vpcs: "vpc" }, within: { vpcs: block() } }],
    aws_route53_zone_association: [types.ZONE_ASSOCIATION],
    aws_route53_vpc_association_authorization: [types.ASSOCIATION_AUTHORIZATION],
    aws_route53_record: [
        types.RECORD,
        { names: { aliases: "alias" }, within: { aliases: block() } },
    ],
    aws_route53_records_exclusive: [
        types.ZONE_RECORDS,
        {
            names: { resourceRecordSets: "resource_record_set" },
            within: {
                resourceRecordSets: block({
                    single: ["aliasTarget"],
                    within: { aliasTarget: block(), resourceRecords: block() },
                }),
            },
        },
    ],
    aws_route53_resolver_rule: [types.RESOLVER_RULE],
    aws_route53_resolver_rule_association: [types.RESOLVER_RULE_ASSOCIATION],
    aws_route53profiles_profile: [types.PROFILE],
    aws_route53profiles_association: [types.PROFILE_ASSOCIATION],
    aws_route53profiles_resource_association: [types.PROFILE_RESOURCE_ASSOCIATION],

    aws_ram_resource_share: [types.RESOURCE_SHARE],
    aws_ram_resource_association: [types.SHARED_RESOURCE],
    aws_ram_principal_association: [types.SHARE_PRINCIPAL],

    aws_eks_cluster: [types.CLUSTER, { single: ["vpcConfig"], within: { vpcConfig: block() } }],
    aws_eks_node_group: [types.NODE_GROUP],
    aws_eks_fargate_profile: [types.FARGATE_PROFILE],

    aws_cloudformation_stack: ["aws:cloudformation/stack:Stack"],
    aws_cloudformation_stack_set: ["aws:cloudformation/stackSet:StackSet"],
    aws_cloudcontrolapi_resource: [types.CLOUD_CONTROL],
};

/**
 * The types of Terraform that are read, by their names there. Sources: the repository pulumi/pulumi-terraform-module for what
 * the engine is shown of a module, and the documentation of Terraform's aws provider for the names; both read 2026-11-27.
 */
export const TERRAFORM_TYPES: { [name: string]: WrittenType } = Object.fromEntries(
    Object.entries(TYPES).map(([name, [type, form = {}]]) => [
        name,
        { type, isSnakeCase: true, isCopy: true, ...form },
    ]),
);
