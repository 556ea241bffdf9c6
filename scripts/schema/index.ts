import { join } from "node:path";

import { ComponentProvider } from "@pulumi/pulumi/provider/experimental/provider";

import {
    EksEndpointConsumer,
    EksEndpointSet,
    EksEndpointShare,
    EksInboundDns,
} from "../../sdk/index";
import { describeTypes } from "./describeTypes";
import { exampleOf } from "./examples";
import { LANGUAGES } from "./languages";
import { packagePage } from "./packagePage";
import type { Schema } from "./schema";
import { widenTypes } from "./widenTypes";

const SDK = join(__dirname, "..", "..", "sdk");

/** The component schema: inferred from the sources by the plugin host of the Pulumi SDK, then completed. */
export async function inferSchema(): Promise<string> {
    const host = new ComponentProvider({
        name: "eks-privatelink",
        dirname: SDK,
        components: [EksEndpointConsumer, EksEndpointSet, EksEndpointShare, EksInboundDns],
    });
    return `${JSON.stringify(complete(JSON.parse(await host.getSchema()) as Schema), null, 4)}\n`;
}

/** Adds what the sources do not tell, or what the host of the SDK does not read in them. */
function complete({ name, version, ...inferred }: Schema): object {
    const { resources, types, language, ...others } = widenTypes(inferred);
    return {
        name,
        version,
        ...packagePage(SDK),
        // `pulumi package gen-sdk` lays an SDK out as `pulumi package add` does; without it the Go files import a folder
        // that is not there.
        meta: { supportPack: true },
        ...others,
        resources: Object.fromEntries(
            Object.entries(resources).map(([type, component]) => [
                type,
                {
                    ...component,
                    description: `${component.description ?? ""}\n\n${exampleOf(type)}`,
                },
            ]),
        ),
        types: describeTypes(types, SDK),
        language: Object.fromEntries(
            Object.entries(language).map(([each, settings]) => [
                each,
                { ...settings, ...LANGUAGES[each] },
            ]),
        ),
    };
}
