import assert from "node:assert/strict";

import { secret } from "@pulumi/pulumi";

import { authorize, DEFAULT_ACCOUNT, flowLogsCovering, resolve } from "../../simulated-aws/index";
import { createByHand, makeFlowLogBucket } from "./byHand";
import { useEngine } from "./support";
import type { RunOptions, TestStack } from "./testStack";

const STRANGER = "999988887777";

/** The policies that put resources right. */
const REMEDIATED = {
    "private-dns-enabled": {},
    "flow-logs-all-traffic": {},
    "endpoint-policy-required": { accountIds: [DEFAULT_ACCOUNT] },
    "vpc-dns-attributes": {},
};

/** What a backend keeps of a stack. */
interface State {
    checkpoint: { latest: { resources: { urn: string; inputs?: { [key: string]: unknown } }[] } };
}

describe("the policy pack at level remediate, in the engine", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;

    before(async () => {
        await makeFlowLogBucket(engine());
        stack = await engine().stack("remediation", byHand);
    });

    /** An endpoint by hand that leaves out what the policies put right. */
    function byHand(): { endpointId: unknown; vpcId: unknown } {
        const { id, vpcId } = createByHand({
            vpc: { enableDnsHostnames: false },
            trafficType: "REJECT",
            endpoint: { tags: { Note: secret("only for the state") } },
        });
        return { endpointId: id, vpcId };
    }

    /** Options with the pack, the four policies at one level. */
    function packAt(enforcementLevel: string): RunOptions {
        const config = Object.entries(REMEDIATED).map(([policy, own]) => [
            policy,
            { enforcementLevel, ...own },
        ]);
        return engine().pack(Object.fromEntries(config) as object);
    }

    /** Mandatory findings of the four policies, as `policy resource`. */
    const found = async (options: RunOptions): Promise<string[]> =>
        (await stack.preview(options)).violations
            .filter(({ policy, level }) => policy in REMEDIATED && level === "mandatory")
            .map(({ policy, resource }) => `${policy} ${resource}`)
            .sort();

    it("finds four things in the same program at level mandatory", async () => {
        assert.deepEqual(await found(packAt("mandatory")), [
            "endpoint-policy-required by-hand",
            "flow-logs-all-traffic flow-log",
            "private-dns-enabled by-hand",
            "vpc-dns-attributes network",
        ]);
    });

    it("finds none of them in a preview at level remediate", async () => {
        assert.deepEqual(await found(packAt("remediate")), []);
    });

    it("brings up the endpoint with what it lacked", async () => {
        const run = await stack.up(packAt("remediate"));
        assert.deepEqual(run.errors, []);
        assert.deepEqual(
            run.violations.filter(({ level }) => level === "mandatory"),
            [],
        );
        const { world } = engine();
        const { endpointId, vpcId } = run.outputs as { endpointId: string; vpcId: string };
        const call = (account: string): boolean =>
            authorize(world, endpointId, {
                principalArn: `arn:aws:iam::${account}:role/deployer`,
                action: "eks:DescribeCluster",
            }).allowed;
        assert.deepEqual([call(DEFAULT_ACCOUNT), call(STRANGER)], [true, false]);
        const endpoint = world.objects.endpoints[endpointId];
        const { addresses } = resolve(world, { vpcId }, "eks.eu-west-1.amazonaws.com");
        assert.equal(addresses.length, 2);
        const logs = Object.keys(world.objects.networkInterfaces).flatMap((id) =>
            flowLogsCovering(world, id),
        );
        assert.deepEqual(
            logs.map(({ trafficType }) => trafficType),
            ["ALL", "ALL"],
        );
        assert.equal(world.objects.vpcs[vpcId]?.enableDnsHostnames, true);
        assert.equal(endpoint?.tags.Note, "only for the state");
    });

    it("keeps what is secret of the program encrypted in the state", () => {
        const { checkpoint } = JSON.parse(engine().stateOf(stack)) as State;
        const endpoint = checkpoint.latest.resources.find(({ urn }) => urn.endsWith("::by-hand"));
        assert.equal(endpoint?.inputs?.privateDnsEnabled, true);
        assert.match(JSON.stringify(endpoint.inputs.tags), /^\{"Note":\{.*"ciphertext":"v1:/);
    });

    it("has nothing to change in the next update", async () => {
        const run = await stack.up(packAt("remediate"));
        assert.deepEqual([run.errors, run.steps], [[], []]);
    });
});
