"""What EksEndpointSet creates, as one would write it without the component: no checks, no look-ups but the account."""

import json

import pulumi
import pulumi_aws as aws

config = pulumi.Config()
vpc_id = config.require("vpcId")
subnet_ids = config.require_object("subnetIds")
region = pulumi.Config("aws").require("region")
account_id = aws.get_caller_identity_output().account_id
stack = f"organization/{pulumi.get_project()}/{pulumi.get_stack()}"
tags = {"eks-privatelink": f"{stack}/EksEndpointSet/eks"}

clients = aws.ec2.SecurityGroup(
    "eks-clients",
    description="Clients of the EKS endpoints",
    vpc_id=vpc_id,
    ingress=[
        {
            "description": "HTTPS from clients of the EKS endpoints",
            "protocol": "tcp",
            "from_port": 443,
            "to_port": 443,
            "cidr_blocks": [aws.ec2.get_vpc_output(id=vpc_id).cidr_block],
            "ipv6_cidr_blocks": [],
            "prefix_list_ids": [],
            "security_groups": [],
        }
    ],
    egress=[],
    tags=tags,
)

LOG_FORMAT = " ".join(
    "${" + field + "}"
    for field in (
        "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes "
        "start end action log-status vpc-id subnet-id az-id tcp-flags type pkt-srcaddr "
        "pkt-dstaddr flow-direction traffic-path reject-reason interface-type"
    ).split()
)


def policy_for(action):
    return account_id.apply(
        lambda account: json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Sid": "FromAccountsToAccounts",
                        "Effect": "Allow",
                        "Principal": "*",
                        "Action": action,
                        "Resource": "*",
                        "Condition": {
                            "StringEquals": {
                                "aws:PrincipalAccount": account,
                                "aws:ResourceAccount": account,
                            }
                        },
                    }
                ],
            },
            separators=(",", ":"),
        )
    )


def endpoint_for(service, policy=None):
    endpoint = aws.ec2.VpcEndpoint(
        f"eks-{service}",
        vpc_id=vpc_id,
        service_name=f"com.amazonaws.{region}.{service}",
        vpc_endpoint_type="Interface",
        subnet_ids=subnet_ids,
        security_group_ids=[clients.id],
        ip_address_type="ipv4",
        dns_options={"dns_record_ip_type": "ipv4"},
        policy=policy,
        tags={**tags, "Name": f"eks-{service}"},
        opts=pulumi.ResourceOptions(delete_before_replace=True),
    )
    aws.vpc.EndpointPrivateDns(
        f"eks-{service}-private-dns",
        vpc_endpoint_id=endpoint.id,
        private_dns_enabled=True,
    )
    return endpoint


eks = endpoint_for("eks", policy_for("eks:*"))
eks_auth = endpoint_for("eks-auth", policy_for("eks-auth:AssumeRoleForPodIdentity"))
oidc = endpoint_for("oidc-eks")

group = aws.cloudwatch.LogGroup("eks-flow-log-group", retention_in_days=365, tags=tags)
role = aws.iam.Role(
    "eks-flow-log-role",
    description="Delivers flow logs of the VPC with the EKS endpoints",
    assume_role_policy=account_id.apply(
        lambda account: json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": {"Service": "vpc-flow-logs.amazonaws.com"},
                        "Action": "sts:AssumeRole",
                        "Condition": {
                            "ArnLike": {
                                "aws:SourceArn": f"arn:aws:ec2:{region}:{account}:vpc-flow-log/*"
                            },
                            "StringEquals": {"aws:SourceAccount": account},
                        },
                    }
                ],
            },
            separators=(",", ":"),
        )
    ),
    tags=tags,
)
permissions = aws.iam.RolePolicy(
    "eks-flow-log-role-policy",
    name="flow-log-delivery",
    role=role.id,
    policy=group.arn.apply(
        lambda arn: json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Action": [
                            "logs:CreateLogStream",
                            "logs:DescribeLogStreams",
                            "logs:PutLogEvents",
                        ],
                        "Resource": [arn, f"{arn}:*"],
                    },
                    {"Effect": "Allow", "Action": "logs:DescribeLogGroups", "Resource": "*"},
                ],
            },
            separators=(",", ":"),
        )
    ),
)
aws.iam.RolePoliciesExclusive(
    "eks-flow-log-role-policies", role_name=role.name, policy_names=[permissions.name]
)
aws.iam.RolePolicyAttachmentsExclusive(
    "eks-flow-log-role-attachments", role_name=role.name, policy_arns=[]
)
aws.ec2.FlowLog(
    "eks-flow-log",
    vpc_id=vpc_id,
    traffic_type="ALL",
    log_destination_type="cloud-watch-logs",
    log_destination=group.arn,
    iam_role_arn=role.arn,
    max_aggregation_interval=600,
    log_format=LOG_FORMAT,
    tags=tags,
    opts=pulumi.ResourceOptions(depends_on=[permissions]),
)

pulumi.export("endpointIds", {"eks": eks.id, "eks-auth": eks_auth.id, "oidc-eks": oidc.id})
