import assert from "node:assert/strict";
import * as path from "node:path";

import { existingNetwork } from "./network";
import { AWSX, type Plugin, usePlugin } from "./plugins";
import { type Engine, idsIn, listed, PACK, useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

const ROOT = path.join(__dirname, "..", "..");

/** A network that is there before, as the configuration that names it. */
async function network(engine: Engine, hasIpv6 = false): Promise<{ [key: string]: string }> {
    const { vpcId, subnetIds } = await existingNetwork(engine, { region: "eu-central-1", hasIpv6 });
    return { vpcId, ...listed("subnetIds", subnetIds) };
}

const EXAMPLES: {
    name: string;
    /** Makes what has to be there before; gives the configuration of the example. */
    prepare?: (engine: Engine) => Promise<{ [key: string]: string }>;
    /** Plugin that the example needs beside the provider. */
    plugin?: Plugin;
}[] = [
    { name: "minimal", prepare: network },
    {
        name: "perimeter",
        prepare: async (engine) => ({
            ...(await network(engine, true)),
            organizationId: "o-a1b2c3d4e5",
        }),
    },
    { name: "dual-stack" },
    {
        name: "on-premises",
        prepare: async (engine) => ({
            ...(await network(engine)),
            "clientCidrBlocks[0]": "192.168.0.0/16",
            "dnsServerCidrBlocks[0]": "192.168.7.0/24",
        }),
    },
    { name: "awsx-vpc", plugin: AWSX },
];

for (const { name, prepare, plugin } of EXAMPLES) {
    describe(`example ${name}`, function () {
        this.timeout(120_000);
        const engine = useEngine();
        let stack: TestStack;
        let existing: string[];
        let first: Run;

        before(async function () {
            if (plugin !== undefined && !usePlugin(engine(), ...plugin)) {
                this.skip();
            }
            const config = (await prepare?.(engine())) ?? {};
            existing = idsIn(engine().world);
            const folder = path.join(ROOT, "examples", name);
            stack = await engine().project(folder, { "aws:region": "eu-central-1", ...config });
        });

        it("previews under the policy pack, which only says what it cannot know yet", async () => {
            const { warnings, errors, violations } = await stack.preview({ policyPacks: [PACK] });
            assert.deepEqual({ warnings, errors }, { warnings: [], errors: [] });
            assert.deepEqual(
                violations.filter(({ message }) => !message.includes("not judged yet")),
                [],
            );
        });

        it("goes up without a word of the pack or the engine", async () => {
            first = await stack.up({ policyPacks: [PACK] });
            const { warnings, errors, violations } = first;
            assert.deepEqual(
                { warnings, errors, violations },
                { warnings: [], errors: [], violations: [] },
            );
        });

        it("puts an endpoint of each default service into both zones", () => {
            const endpoints = Object.values(engine().world.objects.endpoints);
            assert.deepEqual(
                endpoints
                    .map(({ serviceName, subnetIds }) => [serviceName, subnetIds.length])
                    .sort(),
                ["eks", "eks-auth", "oidc-eks"].map((service) => [
                    `com.amazonaws.eu-central-1.${service}`,
                    2,
                ]),
            );
        });

        it("exports the host names", () => {
            assert.deepEqual(first.outputs.hostNames, {
                eks: ["eks.eu-central-1.amazonaws.com", "eks.eu-central-1.api.aws"],
                "eks-auth": ["eks-auth.eu-central-1.api.aws"],
                "oidc-eks": [
                    "oidc.eks.eu-central-1.amazonaws.com",
                    "oidc-eks.eu-central-1.api.aws",
                ],
            });
        });

        it("is not changed by a second up", async () => {
            const { changes, errors } = await stack.up();
            assert.deepEqual({ changes, errors }, { changes: {}, errors: [] });
        });

        it("is not changed by a refresh", async () => {
            const { changes, errors } = await stack.refresh();
            assert.deepEqual({ changes, errors }, { changes: {}, errors: [] });
        });

        it("is taken away by destroy, to the last object", async () => {
            const { errors } = await stack.destroy();
            assert.deepEqual(
                { errors, left: idsIn(engine().world) },
                { errors: [], left: existing },
            );
        });
    });
}
