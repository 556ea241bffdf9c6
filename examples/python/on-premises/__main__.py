import pulumi
from pulumi_eks_privatelink import EksEndpointSet, EksInboundDns

config = pulumi.Config()
vpc_id = config.require("vpcId")
subnet_ids = config.require_object("subnetIds")

endpoints = EksEndpointSet(
    "eks",
    vpc_id=vpc_id,
    subnet_ids=subnet_ids,
    ingress={"cidr_blocks": config.require_object("clientCidrBlocks")},
)

dns = EksInboundDns(
    "eks-dns",
    vpc_id=vpc_id,
    subnet_ids=subnet_ids,
    connection=endpoints.connection,
    ingress={"cidr_blocks": config.require_object("dnsServerCidrBlocks")},
)

pulumi.export("hostNames", endpoints.host_names)
pulumi.export("addresses", dns.addresses)
pulumi.export("forwarders", dns.forwarders)
