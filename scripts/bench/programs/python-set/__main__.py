import pulumi
from pulumi_eks_privatelink import EksEndpointSet

config = pulumi.Config()

endpoints = EksEndpointSet(
    "eks",
    vpc_id=config.require("vpcId"),
    subnet_ids=config.require_object("subnetIds"),
)

pulumi.export("endpointIds", endpoints.endpoint_ids)
