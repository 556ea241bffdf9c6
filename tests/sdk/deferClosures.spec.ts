import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const MODULE = join(__dirname, "..", "..", "sdk", "deferClosures.js");

/** What a process prints as JSON that has deferred the modules and loaded the SDK. */
function printed(expression: string): unknown {
    const program = `
        const { deferClosures } = require(${JSON.stringify(MODULE)});
        deferClosures();
        const { runtime } = require("@pulumi/pulumi");
        const loaded = () => Object.keys(require.cache);
        void (async () => ${expression})().then((value) => console.log(JSON.stringify(value)));`;
    const text = execFileSync(process.execPath, ["-e", program], {
        cwd: __dirname,
        encoding: "utf-8",
        stdio: ["ignore", "pipe", "pipe"],
    });
    return JSON.parse(text);
}

const HEAVY = /node_modules.(typescript|@npmcli.arborist)./.source;

describe("deferClosures", function () {
    this.timeout(30_000);

    it("keeps the SDK from loading TypeScript and npm's resolver", () => {
        const heavy = printed(`loaded().filter((file) => /${HEAVY}/.test(file))`);
        assert.deepEqual(heavy, []);
    });

    it("lets a function be serialised all the same", () => {
        const text = printed(`(await runtime.serializeFunction(() => 4711)).text`);
        assert.match(text as string, /exports\.handler[^]*4711/);
    });

    it("loads what it deferred once", () => {
        const same = printed(`{
            const serialised = async () => (await runtime.serializeFunction(() => 1)).text;
            const name = "@pulumi/pulumi/runtime/closure/serializeClosure.js";
            const module = () => require.cache[require.resolve(name)];
            await serialised();
            const first = module();
            await serialised();
            return [first.exports.serializeFunction !== runtime.serializeFunction, first === module()];
        }`);
        assert.deepEqual(same, [true, true]);
    });

    it("stands in for everything that the SDK hands on from those modules", () => {
        const missing = printed(
            `Object.keys(runtime).filter((name) => runtime[name] === undefined)`,
        );
        assert.deepEqual(missing, []);
    });
});
