import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";

import { existingNetwork } from "./network";
import { AWSX, usePlugin } from "./plugins";
import { useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

const ROOT = path.join(__dirname, "..", "..");
const GUIDE = path.join(ROOT, "docs", "guides", "moving.md");
const REGION = "eu-central-1";

/** A program of the guide, before or after a move. */
function programOf(when: "before" | "after", owner: string): string {
    const mark = `<!-- ${when} ${owner} -->\n\n\`\`\`ts\n`;
    const [, program = ""] = readFileSync(GUIDE, "utf-8").split(mark);
    return program.slice(0, program.indexOf("```"));
}

describe("the programs of docs/guides/moving.md", function () {
    this.timeout(300_000);
    const engine = useEngine();

    for (const owner of ["by-hand", "awsx"]) {
        describe(owner, () => {
            let folder: string;
            let stack: TestStack;
            let endpoints: string[];
            let preview: Run;

            before(async function () {
                if (owner === "awsx" && !usePlugin(engine(), ...AWSX)) {
                    this.skip();
                }
                folder = path.join(engine().home.folder, owner);
                mkdirSync(folder);
                symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
                write("Pulumi.yaml", JSON.stringify({ name: owner, runtime: "nodejs" }));
                write("package.json", JSON.stringify({ name: owner, main: "index.ts" }));
                write("index.ts", programOf("before", owner));
                const { vpcId, subnetIds } = await existingNetwork(engine(), { region: REGION });
                stack = await engine().open(folder, {
                    "aws:region": REGION,
                    vpcId,
                    subnetIds: JSON.stringify(subnetIds),
                });
            });

            function write(file: string, text: string): void {
                writeFileSync(path.join(folder, file), text);
            }

            function endpointIds(): string[] {
                return Object.keys(engine().world.objects.endpoints).sort();
            }

            it("make three endpoints without the component", async () => {
                const { errors } = await stack.up();
                assert.deepEqual(errors, []);
                endpoints = endpointIds();
                assert.equal(endpoints.length, 3);
            });

            it("show in preview that the component updates them in place", async () => {
                write("index.ts", programOf("after", owner));
                preview = await stack.preview();
                assert.deepEqual(preview.errors, []);
                assert.deepEqual(
                    preview.ended
                        .filter(({ type }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint")
                        .map(({ op, name }) => `${op} ${name}`)
                        .sort(),
                    ["update eks-eks", "update eks-eks-auth", "update eks-oidc-eks"],
                );
            });

            it("end with the same endpoints, and nothing more to do without the transform", async () => {
                assert.deepEqual((await stack.up()).errors, []);
                assert.deepEqual(endpointIds(), endpoints);
                const kept = programOf("after", owner).replace("{ transforms: [takeOver] }", "{}");
                assert.doesNotMatch(kept, /transforms:/);
                write("index.ts", kept);
                const { errors, changes } = await stack.preview();
                assert.deepEqual({ errors, changes }, { errors: [], changes: {} });
                await stack.destroy();
            });
        });
    }
});
