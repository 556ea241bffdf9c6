import assert from "node:assert/strict";

import { EksEndpointSet, type EksEndpointSetArgs, EksEndpointShare } from "eks-privatelink";

import { existingNetwork } from "./network";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

const SWITCHES = ["eks-auth", "eks", "oidc-eks"].map((service) => `eks-${service}-private-dns`);

interface State {
    deployment: {
        resources: {
            urn: string;
            inputs?: { [property: string]: unknown };
            outputs?: { [property: string]: unknown };
        }[];
    };
}

describe("private DNS of a set, in the life of a stack", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let args: EksEndpointSetArgs;
    let isShared = false;

    before(async () => {
        const network = await existingNetwork(engine());
        args = { ...network, flowLogs: { enabled: false } };
        stack = await engine().stack("private-dns", () => {
            const set = new EksEndpointSet("eks", args);
            if (isShared) {
                new EksEndpointShare("share", { connection: set.connection as unknown });
            }
        });
        assert.deepEqual((await stack.up()).errors, []);
    });

    function flags(): boolean[] {
        const { endpoints } = engine().world.objects;
        return Object.values(endpoints).map(({ privateDnsEnabled }) => privateDnsEnabled);
    }

    /** Deploys and says what happened to the children. */
    async function stepsOf(changes: Partial<EksEndpointSetArgs> = {}): Promise<string[]> {
        args = { ...args, ...changes };
        const { errors, steps } = await stack.up();
        assert.deepEqual(errors, []);
        return steps.filter((step) => !/ (eks|share)$/.test(step)).sort();
    }

    it("is taken over from an older version without a change in AWS", async () => {
        const state = (await stack.stack.exportStack()) as State;
        const { resources } = state.deployment;
        const older = resources
            .filter(({ urn }) => !urn.includes("EndpointPrivateDns"))
            .map((each) => {
                const on = { privateDnsEnabled: true };
                return each.urn.includes("VpcEndpoint::")
                    ? {
                          ...each,
                          inputs: { ...each.inputs, ...on },
                          outputs: { ...each.outputs, ...on },
                      }
                    : each;
            });
        const deployment = { ...state.deployment, resources: older };
        await stack.stack.importStack({ ...state, deployment } as never);
        const before = engine().world.objects;
        assert.deepEqual(await stepsOf(), SWITCHES.map((name) => `create ${name}`).sort());
        assert.deepEqual(engine().world.objects, before);
    });

    it("has nothing to change after a refresh, which shows the endpoints as they are by now", async () => {
        assert.deepEqual((await stack.refresh()).errors, []);
        assert.deepEqual(await stepsOf(), []);
        assert.deepEqual((await stack.refresh()).changes, {});
    });

    it("is switched off and on again, before and after a refresh", async () => {
        for (const privateDnsEnabled of [false, true]) {
            const expected = SWITCHES.map((name) => `update ${name}`).sort();
            assert.deepEqual(await stepsOf({ privateDnsEnabled }), expected);
            assert.deepEqual(flags(), [privateDnsEnabled, privateDnsEnabled, privateDnsEnabled]);
            assert.deepEqual((await stack.refresh()).errors, []);
            assert.deepEqual(await stepsOf(), []);
        }
    });

    it("is repaired after a hand has switched it off", async () => {
        engine().change(({ objects }) => {
            for (const [id, endpoint] of Object.entries(objects.endpoints)) {
                objects.endpoints[id] = { ...endpoint, privateDnsEnabled: false };
            }
        });
        assert.deepEqual((await stack.refresh()).errors, []);
        assert.deepEqual(await stepsOf(), SWITCHES.map((name) => `update ${name}`).sort());
        assert.deepEqual(flags(), [true, true, true]);
    });

    it("moves to hosted zones in one update, after a preview that says what is lost meanwhile", async () => {
        args = { ...args, privateDnsEnabled: false };
        isShared = true;
        const { errors, warnings } = await stack.preview();
        assert.deepEqual(errors, []);
        assert.match(
            warnings.join("\n"),
            /^connection\.privateDnsEnabled: .*eks\.eu-west-1\.amazonaws\.com.* move from private DNS to hosted zones in VPC vpc-/m,
        );
        await stepsOf();
        assert.deepEqual(flags(), [false, false, false]);
    });

    it("does not come back in the update that takes the zones away: preview and update say so, and nothing is changed", async () => {
        args = { ...args, privateDnsEnabled: true };
        isShared = false;
        const before = engine().world.objects;
        for (const { errors } of [await stack.preview(), await stack.up()]) {
            assert.match(
                errors.join("\n"),
                /^privateDnsEnabled: VPC vpc-.* has the hosted zone of eks-auth\.eu-west-1\.api\.aws by now/m,
            );
        }
        assert.deepEqual(engine().world.objects, before);
    });

    it("comes back in two", async () => {
        await stepsOf({ privateDnsEnabled: false });
        assert.deepEqual(engine().world.objects.zones, {});
        await stepsOf({ privateDnsEnabled: true });
        assert.deepEqual(flags(), [true, true, true]);
    });
});
