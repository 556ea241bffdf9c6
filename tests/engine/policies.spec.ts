import assert from "node:assert/strict";

import { EksEndpointSet } from "eks-privatelink";

import { type ByHandOptions, createByHand, makeFlowLogBucket } from "./byHand";
import { createNetwork } from "./network";
import { useEngine } from "./support";
import { mandatory, type TestStack } from "./testStack";

describe("the policy pack in the engine", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let program: () => unknown;

    before(async () => {
        await makeFlowLogBucket(engine());
        stack = await engine().stack("policies", () => program());
    });

    afterEach(async () => {
        await stack.destroy();
    });

    /** An endpoint by hand of which most is in order. */
    const byHand = ({ endpoint, ...options }: ByHandOptions = {}) =>
        createByHand({ ...options, endpoint: { privateDnsEnabled: true, ...endpoint } });

    const WITHOUT_POLICY = ["endpoint-policy-required by-hand"];

    it("lets a set and its network go up", async () => {
        program = () => {
            const { vpcId, subnetIds } = createNetwork("network");
            return new EksEndpointSet("eks", { vpcId, subnetIds });
        };
        const up = await stack.up(engine().pack());
        assert.deepEqual([up.errors, mandatory(up)], [[], []]);
        assert.equal(Object.keys(engine().world.objects.endpoints).length, 3);
    });

    it("stops the preview of an endpoint by hand without a policy and with an open group", async () => {
        program = () => byHand({ admits: "0.0.0.0/0" });
        const run = await stack.preview(engine().pack());
        assert.notDeepEqual(run.errors, []);
        assert.deepEqual(
            mandatory(run),
            [...WITHOUT_POLICY, "endpoint-ingress-no-world clients"].sort(),
        );
    });

    it("keeps an endpoint with an open policy from being created even without a preview", async () => {
        const statement = { Effect: "Allow", Principal: "*", Action: "eks:*", Resource: "*" };
        program = () =>
            byHand({
                endpoint: { policy: JSON.stringify({ Statement: [statement] }) },
            });
        const run = await stack.up(engine().pack());
        assert.notDeepEqual(run.errors, []);
        assert.deepEqual(mandatory(run), ["endpoint-policy-perimeter by-hand"]);
        assert.ok(run.steps.includes("create clients"));
        assert.deepEqual(engine().world.objects.endpoints, {});
    });

    it("finds a missing policy without a preview only once the endpoint is there", async () => {
        // A VpcEndpointPolicy of the same program may bring the policy later, so this takes the whole stack to see.
        program = () => byHand();
        const run = await stack.up(engine().pack());
        assert.notDeepEqual(run.errors, []);
        assert.deepEqual(mandatory(run), WITHOUT_POLICY);
        assert.ok(run.steps.includes("create by-hand"));
    });

    it("only warns where the configuration makes a policy advisory", async () => {
        program = () => byHand();
        const run = await stack.preview(
            engine().pack({
                "endpoint-policy-required": "advisory",
                "endpoint-policy-perimeter": { enforcementLevel: "advisory" },
            }),
        );
        assert.deepEqual([run.errors, mandatory(run)], [[], []]);
        const advisory = run.violations.map(({ policy, resource }) => `${policy} ${resource}`);
        assert.deepEqual(
            WITHOUT_POLICY.filter((finding) => !advisory.includes(finding)),
            [],
        );
    });

    const exempt = (expires: string) => {
        const exemptions = [{ resource: "by-hand", reason: "agreed until the move", expires }];
        return engine().pack({ "endpoint-policy-required": { exemptions } });
    };

    it("leaves an exempted endpoint alone and says so", async () => {
        program = () => byHand();
        const run = await stack.preview(exempt("2999-12-31"));
        assert.deepEqual([run.errors, mandatory(run)], [[], []]);
        assert.equal(
            run.violations.filter(({ policy }) => policy === "exemptions-in-use").length,
            1,
        );
    });

    it("judges again once the exemption has expired", async () => {
        program = () => byHand();
        assert.deepEqual(mandatory(await stack.preview(exempt("2020-01-31"))), WITHOUT_POLICY);
    });

    it("stops the preview for a configuration that no policy reads", async () => {
        program = () => undefined;
        const run = await stack.preview(
            engine().pack({ "flow-logs-retention": { minimumDay: 30 } }),
        );
        assert.deepEqual(mandatory(run), ["policy-configuration engine-tests-policies"]);
    });
});
