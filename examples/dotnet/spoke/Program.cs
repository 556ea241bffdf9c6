using System.Collections.Generic;
using Pulumi;
using Pulumi.EksPrivatelink;

return await Deployment.RunAsync(() =>
{
    var config = new Config();
    var hub = new StackReference(config.Require("hubStack"));
    var consumer = new EksEndpointConsumer("eks", new EksEndpointConsumerArgs
    {
        Connection = hub.RequireOutput("connection"),
        VpcId = config.Require("vpcId"),
    });

    return new Dictionary<string, object?>
    {
        ["hostNames"] = consumer.HostNames,
        ["clientEnvironment"] = consumer.ClientEnvironment,
    };
});
