import assert from "node:assert/strict";

import type { Policies } from "@pulumi/policy";

import { policies } from "../../../policy-pack/policies";
import { flowLogsRetention } from "../../../policy-pack/policies/flow-logs/flowLogsRetention";
import { exemptionsInUse } from "../../../policy-pack/policies/pack/exemptionsInUse";
import { ZONE } from "../../../policy-pack/stack/resourceTypes";
import { analyze, type Diagnostic, type Question } from "../support/analyzer";
import type { Case } from "../support/example";
import { filesOf, findExample, placePolicy } from "../support/recipe";
import { Later, later, secret, type TestResource } from "../support/testResource";

type Policy = Policies[number];

const EXPIRED = "2020-12-31";
const CURRENT = "2999-12-31";

/** Values that no input of any resource may have. */
const MALFORMED = [7, true, "odd", "\ud800", [], {}, [[{}]], [null], { key: { key: ["odd"] } }];

/** Policies about clusters, credentials or configuration, whatever endpoints there are. */
const NOT_ABOUT_ENDPOINTS = [
    "cluster-private-access",
    "cluster-endpoints-present",
    "policy-configuration",
    "exemptions-in-use",
];

/** Policies that read the configuration and no property of a resource. */
const READ_NO_PROPERTIES = ["policy-configuration", "exemptions-in-use"];

/** What a policy says about its violation, or about what is made of it. */
async function findings(
    policy: Policy,
    { resources, config }: Case,
    own: { [key: string]: unknown } = {},
    change: (resource: TestResource) => TestResource = (resource) => resource,
): Promise<Pick<Diagnostic, "level" | "resource" | "message">[]> {
    const others = config === undefined ? [] : [flowLogsRetention];
    const { diagnostics } = await analyze({
        policies: [...new Set([...others, policy, exemptionsInUse])],
        resources: resources.map(change),
        config: { ...config, ...configOf(policy, own) },
    });
    return diagnostics
        .filter((diagnostic) => diagnostic.policy === policy.name)
        .map(({ level, resource, message }) => ({ level, resource, message }));
}

/** Config of a policy that is on; one that is disabled by default is made mandatory. */
function configOf(policy: Policy, own: { [key: string]: unknown }): Question["config"] {
    return { [policy.name]: { enforcementLevel: levelOf(policy), ...own } };
}

function levelOf({ enforcementLevel }: Policy): string {
    return enforcementLevel === "disabled" ? "mandatory" : String(enforcementLevel);
}

function exempt(resource: string, expires: string): { [key: string]: unknown } {
    return { exemptions: [{ resource, reason: "agreed for the test", expires }] };
}

/** The resource with every input made into something else. */
function withInputs(
    resource: TestResource,
    change: (value: unknown, index: number) => unknown,
): TestResource {
    const known = Object.entries(resource.inputs).filter(([, value]) => value !== undefined);
    const inputs = known.map(([key, value], i) => [key, change(value, i)] as const);
    // The resource itself, because others refer to it.
    return Object.assign(resource, { inputs: Object.fromEntries(inputs) });
}

/** The resource with malformed inputs, except for what makes it one of EKS. */
function makeMalformed(resource: TestResource, turn: number): TestResource {
    const { serviceName, name } = resource.inputs;
    const kept = resource.type === ZONE ? { name } : { serviceName };
    const spoilt = withInputs(resource, (_, i) => MALFORMED[(turn + i) % MALFORMED.length]);
    Object.assign(spoilt.inputs, kept);
    return spoilt;
}

function makeForeign(resource: TestResource): TestResource {
    if ("serviceName" in resource.inputs) {
        resource.inputs.serviceName = "com.amazonaws.eu-central-1.sts";
    }
    if (resource.type === ZONE) {
        resource.inputs.name = "sts.eu-central-1.amazonaws.com";
    }
    const { desiredState } = resource.inputs;
    if (typeof desiredState === "string") {
        resource.inputs.desiredState = desiredState.replace(".eks", ".sts");
    }
    return resource;
}

describe("every policy", () => {
    for (const policy of policies) {
        describe(policy.name, () => {
            const example = findExample(policy.name);
            it("has an example to be tried with", () => {
                const files = filesOf({
                    name: policy.name,
                    area: "<area>",
                    ...placePolicy(policy.name),
                });
                const file = files.find((each) => each.endsWith(".example.ts"));
                assert.ok(example, `${file} is missing (CONTRIBUTING.md, "Add a policy")`);
            });
            if (example === undefined) {
                return;
            }
            const { about, wrong } = example;

            it("reports once, at its own level", async () => {
                const [finding, ...more] = await findings(policy, wrong());
                assert.deepEqual(
                    [finding?.level, finding?.resource, more],
                    [levelOf(policy), about, []],
                );
                assert.ok(finding?.message.startsWith(`${policy.description}\n`));
            });

            it("is silent when it is disabled", async () => {
                const own = { enforcementLevel: "disabled" };
                assert.deepEqual(await findings(policy, wrong(), own), []);
            });

            for (const resource of [about, `urn:*::${about}`]) {
                it(`is silent about a resource that is exempted as ${resource}`, async () => {
                    const own = exempt(resource, CURRENT);
                    assert.deepEqual(await findings(policy, wrong(), own), []);
                });

                it(`reports it again when the exemption has expired (${resource})`, async () => {
                    const again = await findings(policy, wrong(), exempt(resource, EXPIRED));
                    const about = again.filter(({ message }) => !message.includes(policy.name));
                    assert.deepEqual(about, await findings(policy, wrong()));
                });
            }

            it("is not silent for the exemption of another resource", async () => {
                const own = exempt("another", CURRENT);
                assert.notDeepEqual(await findings(policy, wrong(), own), []);
            });

            if (!NOT_ABOUT_ENDPOINTS.includes(policy.name)) {
                it("is silent about endpoints and zones of other services", async () => {
                    assert.deepEqual(await findings(policy, wrong(), {}, makeForeign), []);
                });
            }

            if (!READ_NO_PROPERTIES.includes(policy.name)) {
                it("says the same of secret values", async () => {
                    const hide = (resource: TestResource): TestResource =>
                        withInputs(resource, secret);
                    assert.deepEqual(
                        await findings(policy, wrong(), {}, hide),
                        await findings(policy, wrong()),
                    );
                });

                it("only advises while preview knows no value at all", async () => {
                    // References stay references, whose IDs preview never knows.
                    const forget = (resource: TestResource): TestResource =>
                        withInputs(resource, (value) =>
                            value instanceof Later ? value : later(value),
                        );
                    const unsure = await findings(policy, wrong(), {}, forget);
                    assert.notDeepEqual(unsure, []);
                    for (const { level, message } of unsure) {
                        assert.equal(level, "advisory");
                        assert.match(message, /can't be known during preview/);
                    }
                });

                it("ends in plain words or silence for malformed inputs", async () => {
                    const names = wrong().resources.map(({ name }) => name);
                    for (const name of names) {
                        for (const [turn] of MALFORMED.entries()) {
                            const spoil = (resource: TestResource): TestResource =>
                                resource.name === name ? makeMalformed(resource, turn) : resource;
                            for (const { message } of await findings(policy, wrong(), {}, spoil)) {
                                assert.doesNotMatch(message, /undefined|NaN|\[object|function/);
                            }
                        }
                    }
                });
            }
        });
    }
});
