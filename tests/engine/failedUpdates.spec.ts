import assert from "node:assert/strict";
import * as path from "node:path";

import { Vpc } from "@pulumi/aws/ec2/vpc";
import { EksEndpointSet, EksEndpointShare } from "eks-privatelink";

import type { Fault } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { type Engine, useEngine } from "./support";
import type { TestStack } from "./testStack";

/** A project with a component of the table of refusals. */
const PROGRAM = path.join(__dirname, "programs", "refused");

/** Makes AWS refuse to describe the services of a set, which the component warns of. */
const UNDESCRIBED: Fault[] = [1, 2, 3].map((nth) => ({
    operation: "DescribeVpcEndpointServices",
    nth,
    kind: "refused",
}));

const NO_LOGS = { flowLogs: { enabled: false } };

describe("an update that AWS lets fail, in a process that goes on", function () {
    this.timeout(120_000);
    const engine = useEngine();

    /** Runs a first update that fails at a call, and then one without the fault. */
    async function failThenSucceed(stack: TestStack, operation: string) {
        setFaults(engine(), [{ operation, nth: 1, kind: "throttled" }, ...UNDESCRIBED]);
        const failed = await stack.up();
        setFaults(engine(), []);
        return { failed, repaired: await stack.up() };
    }

    it("warns of a hub's set before its endpoints, and the next update of its stack and of another one end", async () => {
        const network = await existingNetwork(engine());
        const stack = await engine().stack("hub", () => {
            const set = new EksEndpointSet("eks", {
                ...network,
                ...NO_LOGS,
                privateDnsEnabled: false,
            });
            new EksEndpointShare("share", { connection: set.connection as unknown });
        });
        const { failed, repaired } = await failThenSucceed(stack, "CreateVpcEndpoint");
        assert.match(failed.errors.join("\n"), /RequestLimitExceeded/);
        assert.match(failed.warnings.join("\n"), /^services\[0\]: could not be verified/m);
        assert.deepEqual(repaired.errors, []);
        const other = await existingNetwork(engine(), { prefix: "10.77" });
        const beside = await engine().stack("beside", () => {
            new EksEndpointSet("eks", { ...other, ...NO_LOGS });
        });
        assert.deepEqual((await beside.up()).errors, []);
    });

    it("warns of a hub's set when the CLI runs the program, too", async () => {
        const own = await existingNetwork(engine(), { prefix: "10.66" });
        const stack = await engine().project(PROGRAM);
        Object.assign(stack.stack.workspace.envVars, {
            REFUSALS_FILE: path.join(__dirname, "refusals", "index.ts"),
            GROUND: JSON.stringify({ own }),
            COMPONENT: "EksEndpointShare",
        });
        const { failed, repaired } = await failThenSucceed(stack, "CreateSecurityGroup");
        assert.match(failed.errors.join("\n"), /RequestLimitExceeded/);
        assert.equal(
            failed.warnings.filter((line) => /^services\[\d\]: could not be verified/.test(line))
                .length,
            3,
        );
        assert.deepEqual(repaired.errors, []);
    });

    it("goes on after a set that is never registered, because an input of it never comes", async () => {
        const network = await existingNetwork(engine(), { prefix: "10.88" });
        const stack = await engine().stack("tagged", () => {
            const other = new Vpc("other", { cidrBlock: "10.99.0.0/16" });
            new EksEndpointSet("eks", { ...network, ...NO_LOGS, tags: { beside: other.id } });
        });
        const { failed, repaired } = await failThenSucceed(stack, "CreateVpc");
        assert.match(failed.errors.join("\n"), /RequestLimitExceeded/);
        assert.deepEqual(repaired.errors, []);
    });
});

function setFaults(engine: Engine, faults: Fault[]): void {
    engine.change((world) => Object.assign(world, { faults, calls: {} }));
}
