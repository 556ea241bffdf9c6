import pulumi
from pulumi_eks_privatelink import EksEndpointConsumer

config = pulumi.Config()
hub = pulumi.StackReference(config.require("hubStack"))

consumer = EksEndpointConsumer(
    "eks",
    connection=hub.get_output("connection"),
    vpc_id=config.require("vpcId"),
)

pulumi.export("hostNames", consumer.host_names)
pulumi.export("clientEnvironment", consumer.client_environment)
