package example;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.TypeShape;
import com.pulumi.eksprivatelink.EksEndpointSet;
import com.pulumi.eksprivatelink.EksEndpointSetArgs;
import com.pulumi.eksprivatelink.EksEndpointShare;
import com.pulumi.eksprivatelink.EksEndpointShareArgs;
import com.pulumi.eksprivatelink.inputs.EndpointIngressArgs;
import com.pulumi.eksprivatelink.inputs.EndpointPolicyArgs;
import com.pulumi.eksprivatelink.inputs.ShareConsumerArgs;
import java.util.Map;
import java.util.stream.Collectors;

public final class App {
    public static void main(String[] args) {
        Pulumi.run(App::deploy);
    }

    static void deploy(Context ctx) {
        var config = ctx.config();
        var endpoints = new EksEndpointSet("eks", EksEndpointSetArgs.builder()
                .vpcId(config.require("vpcId"))
                .subnetIds(config.requireObject("subnetIds", TypeShape.list(String.class)))
                // Private DNS works in this VPC only; the zones of the share work in all.
                .privateDnsEnabled(false)
                .ingress(EndpointIngressArgs.builder()
                        .cidrBlocks(config.requireObject("clientCidrBlocks", TypeShape.list(String.class)))
                        .build())
                .endpointPolicy(EndpointPolicyArgs.builder()
                        .organizationIds(config.require("organizationId"))
                        .build())
                .build());

        Map<String, Map<String, String>> spokes = config.requireObject("consumers", SPOKES);
        var share = new EksEndpointShare("share", EksEndpointShareArgs.builder()
                .connection(endpoints.connection())
                .consumers(spokes.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, spoke -> consumer(spoke.getValue()))))
                .build());

        ctx.export("connection", share.connection());
    }

    private static final TypeShape<Map<String, Map<String, String>>> SPOKES =
            TypeShape.<Map<String, Map<String, String>>>builder(Map.class)
                    .addParameter(String.class)
                    .addParameter(TypeShape.map(String.class, String.class))
                    .build();

    private static ShareConsumerArgs consumer(Map<String, String> spoke) {
        return ShareConsumerArgs.builder()
                .vpcId(spoke.get("vpcId"))
                .accountId(spoke.get("accountId"))
                .build();
    }
}
