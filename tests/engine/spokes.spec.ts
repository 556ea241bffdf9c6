import assert from "node:assert/strict";

import { authorize, connect } from "../../simulated-aws/index";
import { addSpoke, deployed, hubStack, resolveAll, type Spoke, spokeStack } from "./hubAndSpokes";
import { REGION, useEngine } from "./support";
import type { TestStack } from "./testStack";

const NAMES = ["orders", "billing"] as const;

describe("spokes of a hub", function () {
    this.timeout(180_000);
    const engine = useEngine();
    let spokes: { [name in (typeof NAMES)[number]]: Spoke };
    let stacks: { [name in (typeof NAMES)[number]]: TestStack };
    let hub: TestStack;

    before(async () => {
        spokes = {
            orders: await addSpoke(engine(), "222233334444", "10.30"),
            billing: await addSpoke(engine(), "333344445555", "10.40"),
        };
        const { orders, billing } = spokes;
        hub = await hubStack(engine(), { admitted: [orders, billing], consumers: spokes });
        await deployed(hub);
        stacks = {
            orders: await deployed(await spokeStack(engine(), "orders", orders)),
            billing: await deployed(await spokeStack(engine(), "billing", billing)),
        };
    });

    for (const name of NAMES) {
        for (const type of ["A", "AAAA"] as const) {
            it(`resolve every host name from ${name} to the hub's ${type} addresses and connect`, () => {
                const { vpcId, prefix, ipv6Range } = spokes[name];
                const client =
                    type === "A" ? `${prefix}.1.77` : ipv6Range.replace("00::/56", "01::77");
                for (const { status, addresses } of resolveAll(engine(), vpcId, type)) {
                    assert.equal(status, "private");
                    assert.equal(addresses.length, 2);
                    for (const target of addresses) {
                        const from = { vpcId, address: client };
                        const { allowed, reason } = connect(engine().world, from, target, 443);
                        assert.ok(allowed, reason);
                    }
                }
            });
        }
    }

    it("have their own accounts let through by the endpoint policy, and a stranger's denied", () => {
        const [answer] = resolveAll(engine(), spokes.orders.vpcId);
        const endpointId = answer?.status === "private" ? (answer.endpointId ?? "") : "";
        const isAllowed = (account: string): boolean =>
            authorize(engine().world, endpointId, {
                principalArn: `arn:aws:iam::${account}:role/deployer`,
                action: "eks:DescribeCluster",
                resourceArn: `arn:aws:eks:${REGION}:${account}:cluster/main`,
            }).allowed;
        const accounts = [spokes.orders.account, spokes.billing.account, "999900001111"];
        assert.deepEqual(accounts.map(isAllowed), [true, true, false]);
    });

    it("have nothing to do when run again", async () => {
        const { changes, warnings } = await stacks.orders.up();
        assert.deepEqual({ changes, warnings }, { changes: {}, warnings: [] });
    });

    it("keep resolving when the hub has replaced an endpoint, without doing anything", async () => {
        const before = resolveAll(engine(), spokes.orders.vpcId);
        assert.deepEqual((await hub.replace("eks-eks")).errors, []);
        const after = resolveAll(engine(), spokes.orders.vpcId);
        assert.ok(after.every(({ status, addresses }) => status === "private" && addresses[0]));
        assert.notDeepEqual(after, before);
        // Its own input names the endpoints; no child of it changes.
        const { steps } = await stacks.orders.preview();
        assert.deepEqual([...new Set(steps)], ["update eks"]);
    });

    it("follow the hub to a new zone of the same name with their next run", async () => {
        assert.deepEqual((await hub.replace("share-eks")).errors, []);
        const run = await stacks.orders.up();
        assert.deepEqual(run.errors, []);
        // The consumer itself is updated too, before or after its children.
        const ofChildren = run.steps.filter((step) => step !== "update eks");
        assert.deepEqual(ofChildren, [
            "delete-replaced eks-eks",
            "replace eks-eks",
            "create-replacement eks-eks",
        ]);
        const statuses = resolveAll(engine(), spokes.orders.vpcId).map(({ status }) => status);
        assert.deepEqual([...new Set(statuses)], ["private"]);
    });

    it("leave the others untouched when one is destroyed", async () => {
        assert.deepEqual((await stacks.orders.destroy()).errors, []);
        const statusesOf = ({ vpcId }: Spoke) => [
            ...new Set(resolveAll(engine(), vpcId).map(({ status }) => status)),
        ];
        assert.deepEqual(statusesOf(spokes.orders), ["public"]);
        assert.ok(statusesOf(spokes.billing).includes("private"));
    });
});
