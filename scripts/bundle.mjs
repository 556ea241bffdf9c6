// Bundles what is started as a process of its own, so that it starts fast: the policy pack, and the simulated AWS
// provider of the tests and the demo.
import { build } from "esbuild";

const common = {
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "warning",
    absWorkingDir: new URL("..", import.meta.url).pathname,
};

/**
 * The Pulumi SDK loads npm's dependency resolver to serialise closures, which a policy pack never does; it is most of the
 * time that the SDK takes to load.
 */
const withoutClosures = {
    name: "without-closures",
    setup({ onResolve, onLoad }) {
        onResolve({ filter: /^@npmcli\/arborist$/ }, () => ({
            path: "arborist",
            namespace: "none",
        }));
        onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "" }));
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
        external: ["typescript", "ts-node"],
        plugins: [withoutClosures],
    }),
    build({
        ...common,
        entryPoints: ["policy-pack/checkConfigCommand.ts"],
        outfile: "policy-pack/bin/checkConfig.js",
        // The bundle above, which is in the folder of the same name.
        external: ["./policies"],
        banner: { js: "#!/usr/bin/env node" },
    }),
    build({
        ...common,
        entryPoints: ["simulated-aws/serve.ts"],
        outfile: "simulated-aws/bin/serve.js",
    }),
]);
