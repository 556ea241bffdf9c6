import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import * as path from "node:path";
import { promisify } from "node:util";

import { openProgram, type PROGRAMS } from "../../scripts/faults/killed";
import { runPrinted } from "../../scripts/faults/printed";
import { describeWorld, lessThan } from "../../scripts/faults/sameWorld";
import { setFaults } from "../../scripts/faults/snapshot";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

const run = promisify(execFile);
const CLI = path.join(__dirname, "..", "..", "node_modules", "eks-privatelink", "cli.js");

interface Found {
    urn: string;
    id?: string;
    command?: string;
    note: string;
}

describe("eks-privatelink recover", function () {
    this.timeout(300_000);
    const engine = useEngine();

    async function recover({ stack }: TestStack): Promise<Found[]> {
        const { workDir, envVars, pulumiCommand } = stack.workspace;
        const bin = path.dirname(pulumiCommand.command);
        const env = { ...process.env, ...envVars, PATH: `${bin}:${process.env.PATH ?? ""}` };
        const args = [CLI, "recover", "--json", "--stack", stack.name];
        const { stdout } = await run(process.execPath, args, { cwd: workDir, env });
        return JSON.parse(stdout) as Found[];
    }

    const kills: [program: keyof typeof PROGRAMS, operation: string, resource: string][] = [
        ["set", "CreateVpcEndpoint", "eks-eks"],
        ["hub", "CreateHostedZone", "share-eks"],
        ["hub", "AssociateVPCWithHostedZone", "share-other/eks"],
    ];

    for (const [program, operation, resource] of kills) {
        it(`imports what ${operation} has made when the engine of a ${program} is killed`, async () => {
            const stack = await openProgram(engine(), program);
            const nothing = describeWorld(engine().world);
            assert.deepEqual((await stack.up()).errors, []);
            const whole = describeWorld(engine().world);
            assert.deepEqual((await stack.destroy()).errors, []);
            setFaults(engine(), { operation, resource, kind: "engineKilled" });
            assert.notDeepEqual((await stack.up()).errors, []);
            setFaults(engine());
            await stack.stack.cancel();
            const found = await recover(stack);
            const lost = found.find(({ urn }) => urn.endsWith(`::${resource}`));
            assert.ok(lost?.command !== undefined);
            for (const { command, note } of found) {
                await runPrinted(stack, command === undefined ? [] : [command]).catch(
                    (error: unknown) => {
                        // Killed before AWS was asked to make it.
                        assert.match(note, /the import says so where it has not been made/);
                        const { stdout } = error as { stdout: string };
                        assert.match(stdout, /does not exist/);
                    },
                );
            }
            assert.deepEqual((await stack.up()).errors, []);
            const now = describeWorld(engine().world);
            assert.deepEqual([lessThan(whole, now), lessThan(now, whole)], [[], []]);
            assert.deepEqual((await stack.destroy()).errors, []);
            assert.deepEqual(lessThan(describeWorld(engine().world), nothing), []);
        });
    }
});
