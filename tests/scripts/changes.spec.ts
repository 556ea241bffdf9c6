import assert from "node:assert/strict";

import { reaches } from "../../scripts/changes/clients";
import { clientsOnPremises } from "../../scripts/changes/network";
import { withInboundDns } from "../../scripts/changes/programs";
import type { Forgets } from "../../scripts/changes/registrar";
import { add, isSafe, NOTHING, report, summary } from "../../scripts/changes/report";
import type { Row } from "../../scripts/changes/row";
import { Scene } from "../../scripts/changes/scene";
import { judgeRow, TABLE } from "../../scripts/changes/table";

/** Decides which changes are tried; CHANGES_SEED tries others, and `npm run changes` all. */
const SEED = Number(process.env.CHANGES_SEED ?? 1);
const SAMPLE = 6;

function rowNamed(title: string): Row {
    const row = TABLE.find((each) => each.title === title);
    assert.ok(row, title);
    return row;
}

/** The same rows for the same seed. */
function sampleOf(rows: Row[], size: number): Row[] {
    let state = SEED;
    const order = rows.map((row) => {
        state = (state * 48_271) % 2_147_483_647;
        return { row, place: state };
    });
    return order
        .sort((one, other) => one.place - other.place)
        .slice(0, size)
        .map(({ row }) => row);
}

describe("every order of the calls of a change", function () {
    this.timeout(120_000);

    for (const row of sampleOf(TABLE, SAMPLE)) {
        it(`keeps the host names, or the preview says which it does not: ${row.title} (seed ${SEED})`, async () => {
            const { lines, total } = report(row, await judgeRow(row));
            assert.ok(isSafe(total), lines.join("\n"));
        });
    }

    it("counts a change that a preview refuses and should not, and the other way round", () => {
        const row = { ...rowNamed("one set: first up"), isRefused: false };
        const verdict = { worlds: 0, names: 0, gaps: [], refused: [] };
        const lost = (isRefused: boolean, refusedInPreview: string[]): number =>
            report(
                { ...row, isRefused },
                { verdict, messages: [], refusedInPreview, refusedInUpdate: [] },
            ).total.lost;
        assert.deepEqual([lost(false, []), lost(true, ["no"])], [0, 0]);
        assert.deepEqual([lost(false, ["no"]), lost(true, [])], [1, 1]);
    });

    it("says why no preview announces a gap, and counts it apart, where only the README does", async () => {
        const row = rowNamed("hub: its share removed");
        const { lines, total } = report(row, await judgeRow(row));
        const reasons = lines.filter((line) =>
            line.includes("by no preview, because no share is left"),
        );
        assert.ok(total.forced > 0);
        assert.deepEqual(
            [reasons.length, total.documented, total.announced],
            [total.forced, total.forced, total.forced],
        );
        assert.match(
            summary(total)[0] ?? "",
            /^\d+ of the gaps are announced by sdk\/README.md only$/,
        );
        assert.equal(summary(NOTHING).length, 1);
    });

    it("takes no gap for announced of which neither a line nor the README speaks", async () => {
        const row = rowNamed("hub: its share removed");
        const documented = { because: "nobody does", sentence: "Nobody has ever written this." };
        const { total } = report({ ...row, documented }, await judgeRow(row));
        assert.deepEqual([total.announced, total.documented], [0, 0]);
    });

    it("counts a gap that no line announces, and a name that is lost without need", () => {
        assert.equal(isSafe(NOTHING), true);
        assert.equal(isSafe(add(NOTHING, { ...NOTHING, forced: 1 })), false);
        assert.equal(isSafe(add(NOTHING, { ...NOTHING, forced: 1, announced: 1 })), true);
        assert.equal(isSafe(add(NOTHING, { ...NOTHING, lost: 1 })), false);
    });
});

/** Each `dependsOn` on which names depend: a change that loses one without it, the child, and what it waits for. */
const NEEDED: [title: string, child: RegExp, dependency: RegExp][] = [
    ["one set: destroy", /^eks-eks$/, /^eks-oidc-eks$/],
    ["one set: first up", /^eks-eks-private-dns$/, /^eks-oidc-eks-private-dns$/],
    ["one set: private DNS off", /^eks-oidc-eks-private-dns$/, /^eks-eks-private-dns$/],
    ["hub: first up", /^share-own\/oidc-eks$/, /^share-oidc-eks-a$/],
    ["hub: a consumer added", /^share-own\/eks$/, /^share-own\/oidc-eks$/],
    [
        "hub: a service added with a profile",
        /^share-profile\/eks-proxy-dual-stack$/,
        /^share-eks-proxy-dual-stack-a$/,
    ],
    [
        "hub: eks and the issuer added with a profile",
        /^share-profile\/eks$/,
        /^share-profile\/oidc-eks$/,
    ],
    ["consumer: first up", /^joined-eks$/, /^joined-oidc-eks$/],
    ["consumer: destroy", /^joined-eks$/, /^joined-oidc-eks$/],
];

describe("without one of its dependencies a change", function () {
    this.timeout(120_000);

    for (const [title, child, dependency] of NEEDED) {
        it(`loses a host name: ${title}, ${child.source} no longer after ${dependency.source}`, async () => {
            let forgotten = 0;
            const forgets: Forgets = (name, other) => {
                const isForgotten = child.test(name) && dependency.test(other);
                forgotten += isForgotten ? 1 : 0;
                return isForgotten;
            };
            const row = rowNamed(title);
            const { total } = report(row, await judgeRow(row, forgets));
            assert.ok(forgotten > 0, "there is such a dependency");
            assert.ok(total.lost > 0);
        });
    }
});

describe("a client outside AWS", function () {
    this.timeout(60_000);

    it("reaches a name through a Resolver endpoint that was there before, and no longer when that is gone", async () => {
        const scene = await Scene.create();
        assert.deepEqual(clientsOnPremises(scene.world, scene.networks.hub.vpcId), []);
        await scene.up("hub", withInboundDns(scene, {}));
        const [, client] = clientsOnPremises(scene.world, scene.networks.hub.vpcId);
        assert.equal(client?.asks?.length, 2);
        const question = { client, hostName: "eks.eu-west-1.amazonaws.com", type: "A" as const };
        const place = { world: scene.world, pending: new Set<string>() };
        assert.equal(reaches(place, question), true);
        const [resolver] = Object.keys(scene.world.objects.resolverEndpoints);
        assert.equal(reaches({ ...place, pending: new Set([resolver ?? ""]) }, question), false);
        await scene.up("hub", withInboundDns(scene, null));
        assert.equal(reaches({ ...place, world: scene.world }, question), false);
    });
});

describe("updates of several stacks, judged as one change", function () {
    this.timeout(60_000);

    it("lose what the move loses in between, though no single update does", async () => {
        const scene = await Scene.create();
        const row = rowNamed("two stacks: a set moved");
        await row.prepare(scene);
        const outcome = await scene.judge(row, ...(row.later ?? []));
        const lost = outcome.verdict.gaps.map(({ question }) => question.client.name);
        assert.deepEqual([...new Set(lost)], ["hub without egress"]);
        assert.equal(outcome.refusedInPreview.length, 1);
    });
});
