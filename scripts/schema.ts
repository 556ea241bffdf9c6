import { join } from "node:path";

import { ComponentProvider } from "@pulumi/pulumi/provider/experimental/provider";

import { EksEndpointConsumer, EksEndpointSet, EksEndpointShare, EksInboundDns } from "../sdk/index";

/** The parts of a schema that are completed here. */
interface Schema {
    name: string;
    version: string;
    language: { [language: string]: object };
}

/** The component schema: inferred from the sources by the plugin host of the Pulumi SDK, then completed. */
export async function inferSchema(): Promise<string> {
    const host = new ComponentProvider({
        name: "eks-privatelink",
        dirname: join(__dirname, "..", "sdk"),
        components: [EksEndpointConsumer, EksEndpointSet, EksEndpointShare, EksInboundDns],
    });
    const inferred = JSON.parse(await host.getSchema()) as Schema;
    return `${JSON.stringify(withLanguages(inferred), null, 4)}\n`;
}

/** What the sources do not tell: how the generated SDKs are called and laid out. */
function withLanguages({ name, version, language, ...others }: Schema): object {
    return {
        name,
        version,
        // `pulumi package gen-sdk` lays an SDK out as `pulumi package add` does; without it the Go files import a folder
        // that is not there.
        meta: { supportPack: true },
        ...others,
        language: {
            ...language,
            // Added from a git URL the module would be called after the owner of the repository.
            python: { ...language.python, packageName: "pulumi_eks_privatelink" },
        },
    };
}
