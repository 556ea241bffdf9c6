import * as assert from "node:assert/strict";

import { CHANGES } from "../../../scripts/bench/latency/changes";
import { criticalPath } from "../../../scripts/bench/latency/criticalPath";
import { forcedCalls, keptCalls } from "../../../scripts/bench/latency/planned";
import { describe as describePaths } from "../../../scripts/bench/latency/report";
import { HUB, SET } from "../../../scripts/bench/latency/terraform";
import type { Step } from "../../../scripts/changes/step";
import { createWorld, durationOf } from "../../../simulated-aws/index";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";

function step(
    label: string,
    type: string,
    properties: Step["properties"],
    id: string,
    waits: number[],
): Step {
    const made = { id, outputs: { ...properties, id } };
    return { label, type, properties, waits, made, act: () => Promise.resolve({}) };
}

/** What a program knew before, and another call has told too. */
const PLACE = { vpcId: "vpc-0123456789" };

/** A group, two endpoints of which one is in it and the other waits for the first without need, and the end of each. */
const STEPS = [
    step("create clients", GROUP, PLACE, "sg-0123456789", []),
    step("create a", ENDPOINT, { ...PLACE, groups: ["sg-0123456789"] }, "vpce-0a0a0a0a0a", [0]),
    step("a is available", ENDPOINT, {}, "", [1]),
    step("create b", ENDPOINT, { ...PLACE, groups: [] }, "vpce-0b0b0b0b0b", [0, 2]),
    step("b is available", ENDPOINT, {}, "", [3]),
    step(
        "create record",
        "aws:route53/record:Record",
        { alias: "x.vpce-0a0a0a0a0a.y" },
        "rec",
        [2, 4],
    ),
];

describe("criticalPath", () => {
    it("is the longest chain of what waits for each other, and not the sum of all", () => {
        const call = (label: string, seconds: number, waits: number[]) => ({
            label,
            seconds,
            waits,
        });
        const { seconds, calls } = criticalPath([
            call("a", 3, []),
            call("b", 5, []),
            call("c", 4, [0]),
            call("d", 1, [1, 2]),
            call("e", 2, [1]),
        ]);
        assert.equal(seconds, 8);
        assert.deepEqual(
            calls.map(({ label }) => label),
            ["a", "c", "d"],
        );
    });

    it("takes no time without a call", () => {
        assert.deepEqual(criticalPath([]), { seconds: 0, calls: [] });
    });
});

describe("the calls of a plan", () => {
    const pathOf = (calls: ReturnType<typeof keptCalls>) => criticalPath(calls).seconds;
    const [group, endpoint, record] = [GROUP, ENDPOINT, "aws:route53/record:Record"].map(
        (type) => durationOf(type, "create").seconds,
    ) as [number, number, number];

    it("wait for all that the engine waits for", () => {
        assert.equal(pathOf(keptCalls(STEPS)), group + 2 * endpoint + record);
    });

    it("wait, where AWS alone decides, for the inputs that another call has told", () => {
        const forced = forcedCalls(STEPS, createWorld());
        assert.deepEqual(
            forced.map(({ waits }) => waits),
            [[], [0], [1], [], [3], [2]],
        );
        assert.equal(pathOf(forced), group + endpoint + record);
    });
});

describe("the critical path of a first up of a set", function () {
    this.timeout(60_000);

    it("is by one endpoint longer than what AWS forces, because a destroy needs the edge between the two", async () => {
        const [change] = CHANGES;
        assert.ok(change);
        const [planned] = await change.plan();
        assert.ok(planned);
        const ours = criticalPath(keptCalls(planned.steps));
        const forced = criticalPath(forcedCalls(planned.steps, planned.before));
        assert.equal(ours.seconds - forced.seconds, durationOf(ENDPOINT, "create").seconds);
        assert.deepEqual(
            forced.calls.map(({ label }) => label.replace(/(oidc-)?eks/g, "*")),
            ["create *-clients", "create *-*", "*-* is available", "create *-*-private-dns"],
        );
    });
});

describe("the order of the Terraform module", () => {
    it("waits for the group alone, and for a zone and an endpoint before a record", () => {
        assert.equal(criticalPath(SET).seconds, 3 + 113);
        assert.equal(criticalPath(HUB).seconds, 3 + 113 + 38);
    });
});

describe("the report of a critical path", () => {
    it("says how much longer ours is than what AWS forces, and what it consists of", () => {
        const path = (...calls: [string, number][]) => [
            criticalPath(
                calls.map(([label, seconds], i) => ({
                    label,
                    seconds,
                    waits: i > 0 ? [i - 1] : [],
                })),
            ),
        ];
        const text = describePaths("a change", {
            ours: [...path(["create a", 30], ["create b", 30]), ...path(["create c", 2])],
            forced: path(["create b", 31]),
            terraform: path(["create b", 20]),
        });
        assert.equal(
            text,
            [
                "critical path of a change, in seconds of AWS",
                "  ours           62: create a 30, create b 30; then create c 2",
                "  forced by AWS  31: create b 31",
                "  Terraform      20: create b 20",
                "  ratio 2.00, to Terraform's module 3.10; safety costs 31; aim at most 1.00: missed",
            ].join("\n"),
        );
    });
});
