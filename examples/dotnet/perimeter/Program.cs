using System.Collections.Generic;
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
        IpAddressType = IpAddressType.Dualstack,
        DnsRecordIpType = DnsRecordIpType.Dualstack,
        EndpointPolicy = new EndpointPolicyArgs
        {
            OrganizationIds = { config.Require("organizationId") },
        },
    });

    return new Dictionary<string, object?>
    {
        ["hostNames"] = endpoints.HostNames,
        ["addresses"] = endpoints.Addresses,
    };
});
