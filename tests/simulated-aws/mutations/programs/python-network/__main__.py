import json

import pulumi
import pulumi_aws as aws

ACCOUNT = "111122223333"

vpc = aws.ec2.Vpc("main", cidr_block="10.50.0.0/16", enable_dns_hostnames=True)
subnets = [
    aws.ec2.Subnet(
        f"nodes-{zone}",
        vpc_id=vpc.id,
        cidr_block=f"10.50.{i}.0/24",
        availability_zone=f"eu-west-1{zone}",
    )
    for i, zone in enumerate("ab")
]
group = aws.ec2.SecurityGroup(
    "endpoints",
    vpc_id=vpc.id,
    ingress=[
        {
            "description": "HTTPS from nodes",
            "protocol": "tcp",
            "from_port": 443,
            "to_port": 443,
            "cidr_blocks": [subnet.cidr_block for subnet in subnets],
        }
    ],
)
aws.ec2.VpcEndpoint(
    "eks",
    vpc_id=vpc.id,
    service_name="com.amazonaws.eu-west-1.eks",
    vpc_endpoint_type="Interface",
    subnet_ids=[subnet.id for subnet in subnets],
    security_group_ids=[group.id],
    private_dns_enabled=True,
    policy=json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": "*",
                    "Action": "eks:*",
                    "Resource": "*",
                    "Condition": {
                        "StringEquals": {
                            "aws:PrincipalAccount": ACCOUNT,
                            "aws:ResourceAccount": ACCOUNT,
                        }
                    },
                }
            ],
        }
    ),
)

pulumi.export("vpcId", vpc.id)
pulumi.export("subnetIds", [subnet.id for subnet in subnets])
