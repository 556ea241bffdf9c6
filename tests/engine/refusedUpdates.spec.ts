import assert from "node:assert/strict";
import * as path from "node:path";

import { deployed, HUB, hubStack } from "./hubAndSpokes";
import { existingNetwork } from "./network";
import { REFUSED } from "./refusals/index";
import type { Ground, Refusal } from "./refusals/refusal";
import { type Engine, rolesIn, useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

const PROGRAM = path.join(__dirname, "programs", "refused");
const SPOKE_ACCOUNT = "222233334444";

/** How a program is run: in the process that drives the engine, or as a user's project by the CLI. */
interface Mode {
    /** Opens a stack whose program reads the refusal anew each time it runs. */
    open: (engine: Engine, component: string, ground: Ground) => Promise<Driven>;
}

interface Driven {
    stack: TestStack;
    /** Names the refusal of the next run; undefined for none. */
    choose: (what: string | undefined) => void;
}

const MODES: { [mode: string]: Mode } = {
    "an inline program of the Automation API that returns nothing": {
        async open(engine, component, ground) {
            let change: Refusal["change"];
            const refused = REFUSED[component];
            const program = () => refused?.program(ground, change);
            const account = accountOf(component);
            const stack = await engine.stack(`inline-${component}`, program, { account });
            const choose: Driven["choose"] = (what) => {
                change = refused?.refusals[what ?? ""]?.change;
            };
            return { stack, choose };
        },
    },
    "a project that the CLI runs": {
        async open(engine, component, ground) {
            const account = accountOf(component);
            const roles: { [key: string]: string } =
                account === undefined
                    ? {}
                    : { "aws:assumeRoles[0].roleArn": rolesIn(account)[0]?.roleArn ?? "" };
            const stack = await engine.project(PROGRAM, roles);
            const { envVars } = stack.stack.workspace;
            Object.assign(envVars, {
                REFUSALS_FILE: path.join(__dirname, "refusals", "index.ts"),
                GROUND: JSON.stringify(ground),
                COMPONENT: component,
            });
            const choose: Driven["choose"] = (what) => {
                envVars.REFUSAL = what ?? "";
            };
            return { stack, choose };
        },
    },
};

function accountOf(component: string): string | undefined {
    return component === "EksEndpointConsumer" ? SPOKE_ACCOUNT : undefined;
}

for (const [mode, { open }] of Object.entries(MODES)) {
    for (const [component, { refusals }] of Object.entries(REFUSED)) {
        describe(`a refused update of ${component} in ${mode}`, function () {
            this.timeout(120_000);
            const engine = useEngine();
            let ground: Ground;
            let driven: Driven;

            before(async () => {
                ground = await prepareGround(engine(), component);
                driven = await open(engine(), component, ground);
                driven.choose(undefined);
                await deployed(driven.stack);
            });

            for (const [what, refusal] of Object.entries(refusals)) {
                it(`says why and changes nothing in AWS: ${what}`, async () => {
                    const { world: sound } = engine();
                    engine().change((world) => refusal.spoil?.(world, ground));
                    const { objects } = engine().world;
                    driven.choose(what);
                    const run = await driven.stack.up();
                    assertSays(run, refusal);
                    assert.deepEqual(run.steps.filter(isOfAws), []);
                    assert.deepEqual(engine().world.objects, objects);
                    engine().change((world) => Object.assign(world, sound));
                });
            }
        });
    }
}

/** Refusals of the VPC itself, without which nothing of a set is of use. */
const OF_VPC = [
    "DNS attributes of the VPC that are off",
    "a VPC that is not there",
    "a VPC that comes later and is none",
    "a VPC that comes later and is spelt as none",
];

describe("a refused first update of EksEndpointSet", function () {
    this.timeout(120_000);
    const engine = useEngine();

    for (const destination of ["cloud-watch-logs", "s3"]) {
        for (const what of OF_VPC) {
            it(`creates nothing, with flow logs to ${destination}: ${what}`, async () => {
                const ground = await prepareGround(engine(), "EksEndpointSet");
                const refusal = REFUSED.EksEndpointSet?.refusals[what];
                assert.ok(refusal !== undefined);
                engine().change((world) => refusal.spoil?.(world, ground));
                const stack = await engine().stack(`first-${destination}`, () => {
                    REFUSED.EksEndpointSet?.program(ground, (...given) => ({
                        flowLogs: { destination },
                        ...refusal.change?.(...given),
                    }));
                });
                const run = await stack.up();
                assertSays(run, refusal);
                assert.deepEqual(run.steps.filter(isOfAws), []);
            });
        }
    }
});

function assertSays({ errors, text }: Run, { expected, isAlone }: Refusal): void {
    const lines = errors.flatMap((error) => error.split("\n"));
    const others = lines.filter((line) => !expected.test(line));
    assert.ok(others.length < lines.length, errors.join("\n"));
    if (isAlone === true) {
        assert.deepEqual(
            others.filter((error) => !OF_ENGINE.test(error)),
            [],
        );
    }
    assert.doesNotMatch(text, /TypeError|\n\s+at .*\.(ts|js):\d+/);
}

/** What the SDK and the engine say of a program that has failed. */
const OF_ENGINE = /^Error while signaling shutdown|^update failed|^Running program/;

/** A component itself is no resource of AWS. */
function isOfAws(step: string): boolean {
    return !/^(create|update) (eks|share|dns|second)$/.test(step);
}

async function prepareGround(engine: Engine, component: string): Promise<Ground> {
    const account = accountOf(component);
    const own = await existingNetwork(engine, { account, zones: ["a", "b", "a"] });
    const other = await existingNetwork(engine, { account, prefix: "10.30" });
    if (account !== undefined) {
        const spoke = { account, prefix: "10.20", vpcId: own.vpcId, range: "10.20.0.0/16" };
        const consumers = { orders: { ...spoke, ipv6Range: "" } };
        await deployed(
            await hubStack(engine, {
                admitted: Object.values(consumers),
                consumers,
                set: { ipAddressType: "ipv4", ingress: { cidrBlocks: ["10.0.0.0/8"] } },
                share: { ipAddressType: "ipv4" },
            }),
        );
    }
    return { own, other, hub: HUB };
}
