import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getAsset, isSea } from "node:sea";

import {
    type ComponentResource,
    type ComponentResourceOptions,
    InputPropertiesError,
    type Inputs,
    provider,
    RunError,
} from "@pulumi/pulumi";

import { spellFor } from "./checks/spelling";
import { EksEndpointConsumer } from "./consumer/endpointConsumer";
import { EksEndpointSet } from "./endpoint-set/endpointSet";
import { EksInboundDns } from "./on-premises/inboundDns";
import { findRuntime } from "./programRuntime";
import { EksEndpointShare } from "./share/endpointShare";

// What programs in other languages start, through start.js: `main` of package.json, while `exports` gives TypeScript
// programs the library. It serves the schema that was inferred when the package was built, because
// inferring it takes longer than a preview.

/** The parts of schema.json that serving needs. */
interface Schema {
    version: string;
    resources: { [type: string]: { properties: object; inputProperties?: object } };
    types: { [type: string]: { properties?: object; inputProperties?: undefined } };
}

type Component = new (
    name: string,
    args: never,
    opts: ComponentResourceOptions,
) => ComponentResource;

const COMPONENTS: { [type: string]: Component } = {
    "eks-privatelink:index:EksEndpointConsumer": EksEndpointConsumer,
    "eks-privatelink:index:EksEndpointSet": EksEndpointSet,
    "eks-privatelink:index:EksEndpointShare": EksEndpointShare,
    "eks-privatelink:index:EksInboundDns": EksInboundDns,
};

/** Serves the components of this package over the provider protocol. */
function createProvider(schemaText: string): provider.Provider {
    const schema = JSON.parse(schemaText) as Schema;
    return {
        version: schema.version,
        schema: schemaText,
        construct: (componentName, type, inputs, options) => {
            const component = COMPONENTS[type];
            const described = schema.resources[type];
            if (component === undefined || described === undefined) {
                const known = Object.keys(COMPONENTS).join(", ");
                return Promise.reject(new Error(`unknown component "${type}"; known: ${known}`));
            }
            const instance = create(component, componentName, inputs, options);
            const outputs = instance as unknown as provider.ConstructResult["state"];
            const names = Object.keys(described.properties);
            const state = Object.fromEntries(names.map((name) => [name, outputs[name]]));
            return Promise.resolve({ urn: instance.urn, state: state });
        },
    };
}

/** Creates a component; the engine prints each problem with its property, so the message need not list them again. */
function create(
    component: Component,
    name: string,
    inputs: Inputs,
    options: ComponentResourceOptions,
): ComponentResource {
    try {
        return new component(name, inputs as never, options);
    } catch (error) {
        if (error instanceof Error && InputPropertiesError.isInstance(error)) {
            const [message = ""] = error.message.split("\n");
            throw new InputPropertiesError({ message, errors: error.errors });
        }
        throw error;
    }
}

/** Names of everything that a program gives or gets. */
function namesIn({ resources, types }: Schema): Set<string> {
    const described = [...Object.values(resources), ...Object.values(types)];
    return new Set(
        described.flatMap(({ inputProperties = {}, properties = {} }) => [
            ...Object.keys(inputProperties),
            ...Object.keys(properties),
        ]),
    );
}

const schemaText = isSea()
    ? getAsset("schema.json", "utf8")
    : readFileSync(join(__dirname, "..", "schema.json"), "utf-8");
spellFor(findRuntime(process.cwd()), namesIn(JSON.parse(schemaText) as Schema));
void serve(createProvider(schemaText));

/**
 * Serves, and leaves it to the construction of a component to say a refusal. Children that wait for what was refused reject
 * too, and listeners of the SDK and of its runner print that (3.259, `provider/server` and `cmd/run-plugin/run`), so that a
 * user would read a refusal once more, or not, as the engine is slow or fast. The last listener ends the construction, and stays.
 */
function serve(served: provider.Provider): Promise<void> {
    const serving = provider.main(served, process.argv.slice(2));
    for (const print of process.listeners("unhandledRejection").slice(0, -1)) {
        process.off("unhandledRejection", print);
        process.on("unhandledRejection", (reason, promise) => {
            if (!RunError.isInstance(reason)) {
                print(reason, promise);
            }
        });
    }
    return serving;
}
