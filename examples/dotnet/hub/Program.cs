using System.Collections.Generic;
using System.Linq;
using Pulumi;
using Pulumi.EksPrivatelink;
using Pulumi.EksPrivatelink.Inputs;

return await Deployment.RunAsync(() =>
{
    var config = new Config();
    var endpoints = new EksEndpointSet("eks", new EksEndpointSetArgs
    {
        VpcId = config.Require("vpcId"),
        SubnetIds = config.RequireObject<string[]>("subnetIds"),
        // Private DNS works in this VPC only; the zones of the share work in all.
        PrivateDnsEnabled = false,
        Ingress = new EndpointIngressArgs
        {
            CidrBlocks = config.RequireObject<string[]>("clientCidrBlocks"),
        },
        EndpointPolicy = new EndpointPolicyArgs
        {
            OrganizationIds = { config.Require("organizationId") },
        },
    });

    var spokes = config.RequireObject<Dictionary<string, Dictionary<string, string>>>("consumers");
    var share = new EksEndpointShare("share", new EksEndpointShareArgs
    {
        Connection = endpoints.Connection,
        Consumers = spokes.ToDictionary(
            spoke => spoke.Key,
            spoke => (Input<ShareConsumerArgs>)new ShareConsumerArgs
            {
                VpcId = spoke.Value["vpcId"],
                AccountId = spoke.Value["accountId"],
            }),
    });

    return new Dictionary<string, object?> { ["connection"] = share.Connection };
});
