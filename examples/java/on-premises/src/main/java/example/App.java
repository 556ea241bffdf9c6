package example;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.TypeShape;
import com.pulumi.eksprivatelink.EksEndpointSet;
import com.pulumi.eksprivatelink.EksEndpointSetArgs;
import com.pulumi.eksprivatelink.EksInboundDns;
import com.pulumi.eksprivatelink.EksInboundDnsArgs;
import com.pulumi.eksprivatelink.inputs.EndpointIngressArgs;
import com.pulumi.eksprivatelink.inputs.InboundDnsIngressArgs;

public final class App {
    public static void main(String[] args) {
        Pulumi.run(App::deploy);
    }

    static void deploy(Context ctx) {
        var config = ctx.config();
        var vpcId = config.require("vpcId");
        var subnetIds = config.requireObject("subnetIds", TypeShape.list(String.class));
        var endpoints = new EksEndpointSet("eks", EksEndpointSetArgs.builder()
                .vpcId(vpcId)
                .subnetIds(subnetIds)
                .ingress(EndpointIngressArgs.builder()
                        .cidrBlocks(config.requireObject("clientCidrBlocks", TypeShape.list(String.class)))
                        .build())
                .build());

        var dns = new EksInboundDns("eks-dns", EksInboundDnsArgs.builder()
                .vpcId(vpcId)
                .subnetIds(subnetIds)
                .connection(endpoints.connection())
                .ingress(InboundDnsIngressArgs.builder()
                        .cidrBlocks(config.requireObject("dnsServerCidrBlocks", TypeShape.list(String.class)))
                        .build())
                .build());

        ctx.export("hostNames", endpoints.hostNames());
        ctx.export("addresses", dns.addresses());
        ctx.export("forwarders", dns.forwarders());
    }
}
