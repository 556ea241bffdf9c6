import pulumi
from pulumi_eks_privatelink import EksEndpointSet, EksEndpointShare

config = pulumi.Config()

endpoints = EksEndpointSet(
    "eks",
    vpc_id=config.require("vpcId"),
    subnet_ids=config.require_object("subnetIds"),
    # Private DNS works in this VPC only; the zones of the share work in all.
    private_dns_enabled=False,
    ingress={"cidr_blocks": config.require_object("clientCidrBlocks")},
    endpoint_policy={"organization_ids": [config.require("organizationId")]},
)

share = EksEndpointShare(
    "share",
    connection=endpoints.connection,
    consumers={
        name: {"vpc_id": consumer["vpcId"], "account_id": consumer["accountId"]}
        for name, consumer in config.require_object("consumers").items()
    },
)

pulumi.export("connection", share.connection)
