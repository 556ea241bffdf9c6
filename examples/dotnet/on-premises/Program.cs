using System.Collections.Generic;
using Pulumi;
using Pulumi.EksPrivatelink;
using Pulumi.EksPrivatelink.Inputs;

return await Deployment.RunAsync(() =>
{
    var config = new Config();
    var vpcId = config.Require("vpcId");
    var subnetIds = config.RequireObject<string[]>("subnetIds");
    var endpoints = new EksEndpointSet("eks", new EksEndpointSetArgs
    {
        VpcId = vpcId,
        SubnetIds = subnetIds,
        Ingress = new EndpointIngressArgs
        {
            CidrBlocks = config.RequireObject<string[]>("clientCidrBlocks"),
        },
    });

    var dns = new EksInboundDns("eks-dns", new EksInboundDnsArgs
    {
        VpcId = vpcId,
        SubnetIds = subnetIds,
        Connection = endpoints.Connection,
        Ingress = new InboundDnsIngressArgs
        {
            CidrBlocks = config.RequireObject<string[]>("dnsServerCidrBlocks"),
        },
    });

    return new Dictionary<string, object?>
    {
        ["hostNames"] = endpoints.HostNames,
        ["addresses"] = dns.Addresses,
        ["forwarders"] = dns.Forwarders,
    };
});
