import { ComponentProvider } from "@pulumi/pulumi/provider/experimental/provider";
import { join } from "node:path";
import { EksEndpointConsumer, EksEndpointSet, EksEndpointShare, EksInboundDns } from "../sdk/index";

/** The component schema, inferred from the sources by the plugin host of the Pulumi SDK. */
export async function inferSchema(): Promise<string> {
    const host = new ComponentProvider({
        name: "eks-privatelink",
        dirname: join(__dirname, "..", "sdk"),
        components: [EksEndpointConsumer, EksEndpointSet, EksEndpointShare, EksInboundDns],
    });
    return `${JSON.stringify(JSON.parse(await host.getSchema()), null, 4)}\n`;
}
