import assert from "node:assert/strict";

import { formatProblem } from "../../../../sdk/domain/problem";
import type { ShareMethod } from "../../../../sdk/index";
import { checkRemoved } from "../../../../sdk/share/verify/removedConsumers";

const HUB = "111122223333";
const orders = { vpcId: "vpc-0b", accountId: "444455556666", region: "eu-west-1" };
const own = { vpcId: "vpc-0c", accountId: HUB, region: "eu-west-1" };

/** A share with consumers of these names. */
function share(...names: string[]) {
    const method: ShareMethod = "hostedZones";
    return { method, consumers: Object.fromEntries(names.map((name) => [name, orders])) };
}

describe("checkRemoved", () => {
    it("names the VPC and the account of each consumer that is gone", () => {
        const former = { consumers: { orders, billing: { ...orders, vpcId: "vpc-0d" }, own } };
        const warnings = checkRemoved(former, share("billing", "own"), HUB);
        assert.equal(warnings.length, 1);
        assert.match(
            formatProblem(warnings[0] ?? { path: "", reason: "" }),
            /^consumers: orders \(VPC vpc-0b of account 444455556666\) is gone; destroy the EksEndpointConsumer/,
        );
    });

    it("leaves out the VPC where it may have been given as a secret", () => {
        const [told] = checkRemoved({ consumers: { orders } }, share(), HUB, true);
        assert.match(
            told?.reason ?? "",
            /^orders \(a VPC of account 444455556666\) is gone; destroy the EksEndpointConsumer/,
        );
        assert.doesNotMatch(told?.reason ?? "", /vpc-0b/);
    });

    it("says nothing of a consumer of the hub's own account, which no other stack knows", () => {
        assert.deepEqual(checkRemoved({ consumers: { own } }, share(), HUB), []);
    });

    it("says nothing with the credentials of another account than the hub's, for which its own VPCs are strangers", () => {
        const former = { accountId: HUB, consumers: { own }, profileId: "rp-1" };
        assert.deepEqual(checkRemoved(former, share(), "444455556666"), []);
        assert.equal(
            checkRemoved({ ...former, consumers: { own, orders } }, share(), HUB).length,
            2,
        );
    });

    it("says what to do before a profile goes, and nothing while it stays", () => {
        const former = { profileId: "rp-1" };
        assert.deepEqual(checkRemoved(former, { ...share(), method: "profile" }, HUB), []);
        assert.deepEqual(checkRemoved(former, share(), HUB).map(formatProblem), [
            "method: profile rp-1 is gone; first move every EksEndpointConsumer that uses it to method hostedZones, in its " +
                "own stack: until then the shared names do not resolve in its VPC",
        ]);
    });

    for (const former of [undefined, null, "text", {}, { consumers: null }, { consumers: {} }]) {
        it(`finds none in ${JSON.stringify(former)}`, () => {
            assert.deepEqual(checkRemoved(former, share(), HUB), []);
        });
    }
});
