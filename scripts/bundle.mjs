// Bundles what is started as a process of its own, so that it starts fast: the policy pack, the simulated AWS provider of
// the tests and the demo, and the plugin that scripts/executable puts into a file with Node.js.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const common = {
    bundle: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    logLevel: "warning",
    absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
};

/**
 * Where the Pulumi SDK starts to serialise functions, which neither pack nor plugin does. What stands behind takes most of
 * the time that the SDK takes to load, npm's dependency resolver and TypeScript, and looks for TypeScript in a folder
 * beside its own file, which is not beside a bundle.
 */
const withoutClosures = {
    name: "without-closures",
    setup({ onResolve, onLoad }) {
        onResolve({ filter: /\/closure\/(serializeClosure|codePaths)$/ }, () => ({
            path: "closures",
            namespace: "none",
        }));
        onLoad({ filter: /.*/, namespace: "none" }, () => ({
            contents: `const refuse = () => { throw new Error("no functions are serialised here"); };
                module.exports = { serializeFunction: refuse, serializeFunctionAsync: refuse, computeCodePaths: refuse };`,
        }));
    },
};

await Promise.all([
    build({
        ...common,
        entryPoints: {
            index: "policy-pack/index.ts",
            "policies/index": "policy-pack/policies/index.ts",
        },
        outdir: "policy-pack/bin",
        plugins: [withoutClosures],
    }),
    build({
        ...common,
        entryPoints: ["policy-pack/checkConfigCommand.ts"],
        outfile: "policy-pack/bin/checkConfig.js",
        // The bundle above, which is in the folder of the same name.
        external: ["./policies"],
    }),
    build({
        ...common,
        entryPoints: ["simulated-aws/serve.ts"],
        outfile: "simulated-aws/bin/provider.js",
    }),
    build({
        ...common,
        entryPoints: ["sdk/plugin.ts"],
        outfile: "scripts/executable/bin/plugin.js",
        plugins: [withoutClosures],
        metafile: true,
    }).then(({ metafile }) => {
        // Whose licences have to travel with it.
        const files = Object.keys(metafile.inputs);
        writeFileSync(
            new URL("executable/bin/inputs.json", import.meta.url),
            JSON.stringify(files),
        );
    }),
]);
