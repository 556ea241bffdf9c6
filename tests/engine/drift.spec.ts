import assert from "node:assert/strict";

import { EksEndpointSet, type EksEndpointSetArgs, EksInboundDns } from "eks-privatelink";

import { type Drift, drop, inRounds } from "./drifts";
import {
    DRIFTS_OF_HUB,
    DRIFTS_OF_PROFILE,
    DRIFTS_OF_SPOKE,
    GUEST,
    OTHERS_RECORD,
    STRANGER,
} from "./driftsOfHubs";
import { DRIFTS_OF_BUCKET, DRIFTS_OF_INBOUND_DNS, DRIFTS_OF_SET } from "./driftsOfSets";
import { addSpoke, deployed, hubStack, spokeStack } from "./hubAndSpokes";
import { createNetwork, existingNetwork } from "./network";
import { type Engine, useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

const refresh = true;

/** Tries every drift of a table: those of one round are made together, shown by one preview and repaired by one update. */
function itShowsAndRepairs(drifts: Drift[], engine: () => Engine, stack: () => TestStack): void {
    inRounds(drifts).forEach((round, i) => {
        let preview: Run;
        let update: Run;

        describe(`in round ${i + 1}`, () => {
            before(async () => {
                for (const { make } of round) {
                    engine().change(make);
                }
                const { world } = engine();
                assert.deepEqual(
                    round.filter(({ isThere }) => !isThere(world)),
                    [],
                );
                preview = await stack().preview({ refresh });
                update = await stack().up({ refresh });
            });

            after(() => {
                for (const { undo } of round) {
                    engine().change(undo ?? (() => undefined));
                }
            });

            for (const { title, shows, isThere, undo } of round) {
                const outcome =
                    shows === undefined
                        ? "is seen by nothing in Pulumi"
                        : undo === undefined
                          ? "is shown, and repaired"
                          : "is shown, with the command that takes it away";
                it(`${title}: ${outcome}`, () => {
                    assert.deepEqual([preview.errors, update.errors], [[], []]);
                    const said = [...preview.steps, ...preview.warnings];
                    if (shows !== undefined) {
                        assert.ok(
                            said.some((line) => shows.test(line)),
                            said.join("\n"),
                        );
                    }
                    assert.equal(
                        isThere(engine().world),
                        shows === undefined || undo !== undefined,
                    );
                });
            }
        });
    });

    describe("afterwards", () => {
        it("is all that has changed", async () => {
            const { errors, steps } = await stack().preview();
            assert.deepEqual({ errors, steps }, { errors: [], steps: [] });
        });
    });
}

for (const [title, drifts, args] of [
    ["a set that logs to a log group", DRIFTS_OF_SET, {}],
    ["a set that logs to a bucket", DRIFTS_OF_BUCKET, { flowLogs: { destination: "s3" } }],
] satisfies [string, Drift[], Partial<EksEndpointSetArgs>][]) {
    describe(`drift of ${title}`, function () {
        this.timeout(120_000);
        const engine = useEngine();
        let stack: TestStack;

        before(async () => {
            stack = await engine().stack("set", () => {
                const { vpcId, subnetIds } = createNetwork("net");
                new EksEndpointSet("eks", { vpcId, subnetIds, ...args });
            });
            await deployed(stack);
        });

        itShowsAndRepairs(drifts, engine, () => stack);
    });
}

describe("drift of an inbound DNS", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;

    before(async () => {
        stack = await engine().stack("dns", () => {
            const { vpcId, subnetIds } = createNetwork("net");
            const flowLogs = { enabled: false };
            const { connection } = new EksEndpointSet("eks", { vpcId, subnetIds, flowLogs });
            const ingress = { cidrBlocks: ["192.168.0.0/16"] };
            new EksInboundDns("dns", { vpcId, subnetIds, ingress, connection });
        });
        await deployed(stack);
    });

    itShowsAndRepairs(DRIFTS_OF_INBOUND_DNS, engine, () => stack);
});

for (const [method, drifts] of [
    ["hostedZones", DRIFTS_OF_HUB],
    ["profile", DRIFTS_OF_PROFILE],
] as const) {
    describe(`drift of a hub with ${method}, and of its spoke`, function () {
        this.timeout(120_000);
        const engine = useEngine();
        let hub: TestStack;
        let spoke: TestStack;

        before(async () => {
            engine().change(({ accounts }) => {
                for (const account of ["111122223333", GUEST, STRANGER]) {
                    accounts[account] = { organizationId: "o-a1b2c3d4e5" };
                }
            });
            const guest = await addSpoke(engine(), GUEST, "10.30");
            await addSpoke(engine(), STRANGER, "10.60");
            const { vpcId } = await existingNetwork(engine(), { prefix: "10.50" });
            const consumers = {
                guest: { vpcId: guest.vpcId, accountId: GUEST },
                same: { vpcId },
            };
            const share = { method, consumers };
            hub = await hubStack(engine(), { admitted: [guest], consumers: {}, share });
            await deployed(hub);
            spoke = await spokeStack(engine(), "spoke", guest, { args: { method } });
            await deployed(spoke);
        });

        describe("of the hub", () => {
            itShowsAndRepairs(drifts, engine, () => hub);
        });

        describe("of the spoke", () => {
            itShowsAndRepairs(DRIFTS_OF_SPOKE[method] ?? [], engine, () => spoke);
        });

        describe("in the end", () => {
            it("keeps neither stack from being destroyed", async () => {
                // A record of somebody else's keeps its zone.
                engine().change((world) => {
                    drop(world, "records", ({ id }) => id.endsWith(OTHERS_RECORD));
                });
                for (const stack of [spoke, hub]) {
                    assert.deepEqual((await stack.destroy()).errors, []);
                }
                const { zones, profiles, resourceShares } = engine().world.objects;
                assert.deepEqual([zones, profiles, resourceShares], [{}, {}, {}]);
            });
        });
    });
}
