import pulumi
from pulumi_eks_privatelink import DnsRecordIpType, EksEndpointSet, IpAddressType

config = pulumi.Config()

endpoints = EksEndpointSet(
    "eks",
    vpc_id=config.require("vpcId"),
    subnet_ids=config.require_object("subnetIds"),
    ip_address_type=IpAddressType.DUALSTACK,
    dns_record_ip_type=DnsRecordIpType.DUALSTACK,
    endpoint_policy={"organization_ids": [config.require("organizationId")]},
)

pulumi.export("hostNames", endpoints.host_names)
pulumi.export("addresses", endpoints.addresses)
