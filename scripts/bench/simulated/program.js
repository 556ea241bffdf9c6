// Runs a program of 300 resources in this process, on the simulated AWS or under plain mocks, and prints the milliseconds of
// CPU that it took. A small run before it loads what the program needs.

const path = require("node:path");
const { runtime } = require("@pulumi/pulumi");
const settings = require("@pulumi/pulumi/runtime/settings");

const { simulate } = require("../../../simulated-aws/bin/index.js");

const PROGRAM = path.join(__dirname, "networks.js");

function program() {
    delete require.cache[PROGRAM];
    return require(PROGRAM);
}

const RUNS = {
    simulated: (count) => simulate().run("networks", program, { config: { count } }),
    async mocks(count) {
        runtime.setAllConfig({ "networks:count": String(count) });
        await runtime.setMocks(
            {
                newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
                call: ({ inputs }) => inputs,
            },
            "networks",
            "dev",
        );
        await runtime.runInPulumiStack(() => Promise.resolve(program()));
        await settings.waitForRPCs();
    },
};

async function main(run) {
    await run(1);
    const start = process.cpuUsage();
    await run(20);
    const { user, system } = process.cpuUsage(start);
    process.stdout.write(String((user + system) / 1000));
}

void main(RUNS[process.argv[2]]);
