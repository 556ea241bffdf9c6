import assert from "node:assert/strict";

import { addSpoke, deployed, hubStack, type Spoke, spokeStack } from "./hubAndSpokes";
import { useEngine } from "./support";

describe("a spoke that is previewed with the hub's credentials", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let own: Spoke;
    let orders: Spoke;

    before(async () => {
        own = await addSpoke(engine(), "111122223333", "10.40");
        orders = await addSpoke(engine(), "222233334444", "10.30");
        await deployed(
            await hubStack(engine(), {
                admitted: [orders],
                consumers: { orders },
                share: {
                    consumers: {
                        own: { vpcId: own.vpcId },
                        orders: { vpcId: orders.vpcId, accountId: orders.account },
                    },
                },
                set: {
                    ingress: {
                        cidrBlocks: ["10.0.0.0/8"],
                        ipv6CidrBlocks: [own.ipv6Range, orders.ipv6Range],
                    },
                },
            }),
        );
        await deployed(await spokeStack(engine(), "orders", orders));
    });

    /** What a stack that has nothing yet is told of a VPC; Route 53 shows the hub's account the zones in it. */
    async function told(vpcId: string): Promise<string[]> {
        const hub = { vpcId, account: "111122223333", prefix: "", range: "", ipv6Range: "" };
        const { errors } = await (await spokeStack(engine(), `new-${vpcId}`, hub)).preview();
        return errors;
    }

    it("hears of the account first, and not that its VPC should leave the hub's zones", async () => {
        const [error = "", ...others] = await told(orders.vpcId);
        assert.deepEqual(others, []);
        assert.match(
            error,
            /^connection\.consumers\.orders\.accountId: VPC vpc-\w+ is there with account 222233334444, and this stack works in account 111122223333; deploy with the account that owns the VPC/,
        );
        assert.doesNotMatch(error, /take the VPC out|remove|delete|destroy/);
    });

    it("hears for a VPC of the hub's own account that the share has associated it, and no more", async () => {
        const [error = "", ...others] = await told(own.vpcId);
        assert.deepEqual(others, []);
        assert.match(
            error,
            /^vpcId: VPC vpc-\w+ is in the hub's own account and there as consumers\.own, .*; remove this EksEndpointConsumer, which is for VPCs of other accounts$/,
        );
    });
});
