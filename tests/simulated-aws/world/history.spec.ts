import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import { createWorld } from "../../../simulated-aws/world/createWorld";
import { History, readHistory } from "../../../simulated-aws/world/history";
import type { Endpoint } from "../../../simulated-aws/world/objects/network";
import { memoryStore } from "../../../simulated-aws/world/store";

describe("a history", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "history-"));
    after(() => {
        rmSync(folder, { recursive: true });
    });

    it("has the world after every change, and the end of each wait", async () => {
        const history = new History(folder, memoryStore(createWorld()));
        await history.noted.change((world) => {
            world.objects.endpoints["vpce-1"] = { id: "vpce-1" } as Endpoint;
        });
        await assert.rejects(
            history.noted.change((world) => {
                world.issued = 7;
                throw new Error("refused");
            }),
            /refused/,
        );
        history.settle("vpce-1");
        history.settle("sg-1");
        const moments = readHistory(folder).map(({ world, pending }) => ({
            endpoints: Object.keys(world.objects.endpoints),
            issued: world.issued,
            pending,
        }));
        assert.deepEqual(moments, [
            { endpoints: ["vpce-1"], issued: 0, pending: ["vpce-1"] },
            { endpoints: ["vpce-1"], issued: 7, pending: ["vpce-1"] },
            { endpoints: ["vpce-1"], issued: 7, pending: [] },
        ]);
    });
});
