import assert from "node:assert/strict";
import { truncateSync, writeFileSync } from "node:fs";

import { EksEndpointSet } from "eks-privatelink";

import { saveWorld } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { useEngine } from "./support";

describe("an up on a world that cannot be used", function () {
    this.timeout(120_000);
    const engine = useEngine();

    const worlds: [title: string, spoil: (path: string) => void, line: RegExp][] = [
        [
            "that was cut off",
            (path) => {
                truncateSync(path, 200);
            },
            /world\.json cannot be read as a world \(.*\); it may have been cut off: delete it to start with a new one/,
        ],
        [
            "of a newer version",
            (path) => {
                writeFileSync(path, '{"schemaVersion":9}');
            },
            /world\.json is a world of version 9, and this simulator reads version 1; install a newer one, or delete/,
        ],
        [
            "with a fault that names no call",
            () => {
                engine().change((world) => {
                    world.faults = [{ operation: "CreateEndpoint", kind: "refused" }];
                });
            },
            /faults\[0\]\.operation: the simulated AWS never calls "CreateEndpoint"; give one of /,
        ],
    ];

    for (const [title, spoil, line] of worlds) {
        it(`fails with one clear line of each refused call for a world ${title}`, async () => {
            const network = await existingNetwork(engine());
            const before = engine().world;
            const stack = await engine().stack("bad", () => new EksEndpointSet("eks", network));
            spoil(engine().home.worldPath);
            const { errors } = await stack.up();
            saveWorld(engine().home.worldPath, before);
            // How many calls are made before the first is refused is up to the engine.
            assert.notEqual(errors.length, 0);
            for (const error of errors) {
                assert.match(error, line);
                assert.ok(!error.includes("\n"), error);
            }
            assert.deepEqual((await stack.destroy()).errors, []);
        });
    }
});
