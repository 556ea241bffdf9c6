package example;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.TypeShape;
import com.pulumi.eksprivatelink.EksEndpointSet;
import com.pulumi.eksprivatelink.EksEndpointSetArgs;
import com.pulumi.eksprivatelink.enums.DnsRecordIpType;
import com.pulumi.eksprivatelink.enums.IpAddressType;
import com.pulumi.eksprivatelink.inputs.EndpointPolicyArgs;

public final class App {
    public static void main(String[] args) {
        Pulumi.run(App::deploy);
    }

    static void deploy(Context ctx) {
        var config = ctx.config();
        var endpoints = new EksEndpointSet("eks", EksEndpointSetArgs.builder()
                .vpcId(config.require("vpcId"))
                .subnetIds(config.requireObject("subnetIds", TypeShape.list(String.class)))
                .ipAddressType(IpAddressType.Dualstack)
                .dnsRecordIpType(DnsRecordIpType.Dualstack)
                .endpointPolicy(EndpointPolicyArgs.builder()
                        .organizationIds(config.require("organizationId"))
                        .build())
                .build());

        ctx.export("hostNames", endpoints.hostNames());
        ctx.export("addresses", endpoints.addresses());
    }
}
