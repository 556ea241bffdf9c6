package example;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.eksprivatelink.EksEndpointConsumer;
import com.pulumi.eksprivatelink.EksEndpointConsumerArgs;
import com.pulumi.resources.StackReference;

public final class App {
    public static void main(String[] args) {
        Pulumi.run(App::deploy);
    }

    static void deploy(Context ctx) {
        var config = ctx.config();
        var hub = new StackReference(config.require("hubStack"));
        var consumer = new EksEndpointConsumer("eks", EksEndpointConsumerArgs.builder()
                .connection(hub.requireOutput("connection"))
                .vpcId(config.require("vpcId"))
                .build());

        ctx.export("hostNames", consumer.hostNames());
        ctx.export("clientEnvironment", consumer.clientEnvironment());
    }
}
