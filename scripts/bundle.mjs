// Bundles what is started as a process of its own, so that it starts fast: the policy pack, and the simulated AWS
// provider of the tests and the demo.
import { build } from "esbuild";

const common = {
    bundle: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    logLevel: "warning",
    absWorkingDir: new URL("..", import.meta.url).pathname,
};

/**
 * Where the Pulumi SDK starts to serialise functions, which a policy pack never does. What stands behind takes most of
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
            contents: `const refuse = () => { throw new Error("a policy pack serialises no functions"); };
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
]);
