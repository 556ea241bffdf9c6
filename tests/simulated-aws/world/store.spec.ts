import * as assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { promisify } from "node:util";

import { afterEach, beforeEach, describe, it } from "mocha";

import { createWorld } from "../../../simulated-aws/world/createWorld";
import { withLock } from "../../../simulated-aws/world/lock";
import type { SecurityGroup } from "../../../simulated-aws/world/objects/network";
import { issueId, put } from "../../../simulated-aws/world/objectsOf";
import { fileStore, loadWorld, saveWorld } from "../../../simulated-aws/world/store";
import type { World } from "../../../simulated-aws/world/types";

/** The files of the model, for a process that the test starts. */
const MODEL = path.join(__dirname, "..", "..", "..", "simulated-aws");

function addGroup(world: World): string {
    const id = issueId(world, "sg");
    const base = { id, account: "111122223333", region: "eu-west-1", tags: {} };
    put(world, "securityGroups", {
        ...base,
        vpcId: "vpc-1",
        name: id,
        description: "",
        isDefault: false,
    });
    return id;
}

describe("fileStore", () => {
    let folder = "";
    let file = "";
    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "world-"));
        file = path.join(folder, "world.json");
    });
    afterEach(() => {
        fs.rmSync(folder, { recursive: true });
    });

    const countOf = (world: World) => Object.keys(world.objects.securityGroups).length;

    it("starts with an empty world where there is no file", () => {
        assert.deepEqual(
            fileStore(file).read((world) => world),
            createWorld(),
        );
    });

    it("keeps what a world holds, faults and deviations included", () => {
        const world = createWorld({
            accounts: { "111122223333": { organizationId: "o-a" } },
            endpointServices: { "eu-west-1": { x: null } },
            routes: [{ vpcIds: ["vpc-1", "vpc-2"], onPremises: ["192.168.0.0/16"] }],
            faults: [{ operation: "CreateVpc", nth: 1, kind: "refused" }],
        });
        addGroup(world);
        saveWorld(file, world);
        assert.deepEqual(loadWorld(file), world);
        assert.equal(world.routes[0]?.vpcIds.length, 2);
    });

    it("reads a world that was saved before there were zones, shares and routes", () => {
        const world = createWorld();
        addGroup(world);
        const { vpcs, securityGroups } = world.objects;
        const old: object = { ...world, routes: undefined, objects: { vpcs, securityGroups } };
        fs.writeFileSync(file, JSON.stringify(old));
        assert.deepEqual(loadWorld(file), world);
    });

    it("makes changes that arrive together, each once", async () => {
        const store = fileStore(file);
        const ids = await Promise.all(Array.from({ length: 50 }, () => store.change(addGroup)));
        assert.equal(new Set(ids).size, 50);
        assert.equal(countOf(loadWorld(file)), 50);
    });

    it("sees what another store has written", async () => {
        const [one, other] = [fileStore(file), fileStore(file)];
        await one.change(addGroup);
        assert.equal(other.read(countOf), 1);
        await other.change(addGroup);
        assert.equal(one.read(countOf), 2);
    });

    it("hands on the error of one change and makes the others", async () => {
        const store = fileStore(file);
        const failing = store.change(() => {
            throw new Error("refused");
        });
        const made = store.change(addGroup);
        await assert.rejects(failing, { message: "refused" });
        assert.equal(countOf(loadWorld(file)), (await made).length > 0 ? 1 : 0);
    });

    it("loses nothing when several processes write", async () => {
        const script = path.join(folder, "writer.ts");
        const [store, objects] = ["store", "objectsOf"].map((name) =>
            JSON.stringify(path.join(MODEL, "world", name)),
        );
        fs.writeFileSync(
            script,
            `import { fileStore } from ${store};
             import { issueHex } from ${objects};
             const store = fileStore(${JSON.stringify(file)});
             const one = () => store.change((world) => { issueHex(world, 1); });
             (async () => { for (let i = 0; i < 40; i += 1) await one(); })();`,
        );
        const run = promisify(execFile);
        const register = require.resolve("tsx/cjs");
        await Promise.all([1, 2, 3].map(() => run(process.execPath, ["-r", register, script])));
        assert.equal(loadWorld(file).issued, 120);
        assert.deepEqual(
            fs.readdirSync(folder).filter((name) => name.startsWith("world.json.")),
            [],
        );
    });

    it("takes over a lock that a dead process left behind", async () => {
        fs.mkdirSync(`${file}.lock`);
        const longAgo = new Date(Date.now() - 60_000);
        fs.utimesSync(`${file}.lock`, longAgo, longAgo);
        await fileStore(file).change(addGroup);
        assert.equal(countOf(loadWorld(file)), 1);
    });

    it("takes over a lock whose owner has died", async () => {
        const { pid } = spawnSync(process.execPath, ["--version"]);
        fs.mkdirSync(`${file}.lock`);
        fs.writeFileSync(path.join(`${file}.lock`, "owner"), String(pid));
        await fileStore(file).change(addGroup);
        assert.equal(countOf(loadWorld(file)), 1);
    });

    it("names the process that holds a lock", async () => {
        const lock = `${file}.lock`;
        fs.mkdirSync(lock);
        fs.writeFileSync(path.join(lock, "owner"), String(process.pid));
        await assert.rejects(
            withLock(lock, () => undefined, 50),
            {
                message: `${lock} is held by process ${process.pid} for more than 0.05 seconds; end that process, or delete the lock`,
            },
        );
    });

    it("refuses a file of another version", () => {
        fs.writeFileSync(file, `{"schemaVersion":0}`);
        assert.throws(() => loadWorld(file), {
            message: `${file} is not a world of version 1; delete it to start with a new one`,
        });
    });

    it("says which version a newer file has", () => {
        fs.writeFileSync(file, `{"schemaVersion":2}`);
        assert.throws(() => loadWorld(file), {
            message:
                `${file} is a world of version 2, and this simulator reads version 1; install a newer one, ` +
                "or delete the file to start with a new world",
        });
    });

    it("refuses a file that was cut off, in one line", () => {
        saveWorld(file, createWorld());
        fs.truncateSync(file, 100);
        assert.throws(() => loadWorld(file), {
            message:
                /^.*world\.json cannot be read as a world \(.*\); it may have been cut off: delete it .*$/,
        });
    });

    it("neither reads nor spells out again what does not change, however often it writes the world", async () => {
        const store = fileStore(file);
        let spelt = 0;
        const counted = await store.change((world) => {
            const group = { ...world.objects.securityGroups[addGroup(world)] } as SecurityGroup;
            const toJSON = () => {
                spelt += 1;
                return group;
            };
            return (world.objects.securityGroups[group.id] = Object.assign(
                { ...group },
                { toJSON },
            ));
        });
        for (let count = 0; count < 50; count += 1) {
            await store.change(addGroup);
        }
        assert.equal(spelt, 1);
        assert.equal(
            store.read((world) => world.objects.securityGroups[counted.id]),
            counted,
        );
        assert.equal(countOf(loadWorld(file)), 51);
    });
});
