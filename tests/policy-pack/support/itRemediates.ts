import assert from "node:assert/strict";

import type { Policies } from "@pulumi/policy";

import { policyConfiguration } from "../../../policy-pack/policies/pack/policyConfiguration";
import { analyze, type Question, type Remediated } from "./analyzer";
import { judge } from "./judge";
import { encode, later, secret, type TestResource } from "./testResource";

type Inputs = TestResource["inputs"];

/** A resource that a policy puts right. */
interface Wrong {
    policy: Policies[number];
    /** A stack with the resource in it. */
    stack: (inputs: Inputs) => TestResource[];
    /** Name of the resource. */
    about: string;
    /** The inputs that are wrong with it. */
    wrong: Inputs;
    /** The properties that are set. */
    corrected: Inputs;
    /** The policy's own config. */
    own?: { [key: string]: unknown };
}

/** What a policy at level `remediate` does with a stack. */
export async function remediateAll(
    policy: Policies[number],
    resources: TestResource[],
    own: { [key: string]: unknown } = {},
    options: Pick<Question, "phase"> = {},
): Promise<Remediated[]> {
    const config = { [policy.name]: { enforcementLevel: "remediate", ...own } };
    const question = { policies: [policy], resources, config, ...options };
    return (await analyze(question)).remediated;
}

/** Declares the tests that every policy has which puts resources right. */
export function itRemediates({ policy, stack, about, wrong, corrected, own = {} }: Wrong): void {
    const exempt = (expires: string): { [key: string]: unknown } => ({
        ...own,
        exemptions: [{ resource: about, reason: "agreed for the test", expires }],
    });
    const atRemediate = (config = own): Question["config"] => ({
        [policy.name]: { enforcementLevel: "remediate", ...config },
    });
    const expected = (inputs: Inputs, phase: "preview" | "update" = "preview"): Remediated[] => [
        {
            policy: policy.name,
            resource: about,
            properties: encode({ ...inputsOf(stack(inputs), about), ...corrected }, phase),
        },
    ];

    for (const phase of ["preview", "update"] as const) {
        it(`puts the resource right and returns all its properties, with secrets and unknown ones (${phase})`, async () => {
            const tags = { key: secret("s3cret"), zone: later("a"), list: [secret("b"), null, 1] };
            const inputs = { ...wrong, tags, comment: secret(later("c")), __defaults: [] };
            assert.deepEqual(
                await remediateAll(policy, stack(inputs), own, { phase }),
                expected(inputs, phase),
            );
        });
    }

    for (const phase of ["preview", "update"] as const) {
        it(`finds nothing more once it is right (${phase})`, async () => {
            const options = { config: atRemediate(), phase };
            assert.deepEqual(await judge(policy, stack(wrong), options), []);
        });
    }

    for (const enforcementLevel of ["mandatory", "advisory", "disabled"]) {
        it(`changes nothing at level ${enforcementLevel}`, async () => {
            const config = { ...own, enforcementLevel };
            assert.deepEqual(await remediateAll(policy, stack(wrong), config), []);
        });
    }

    it("changes nothing without being configured", async () => {
        const { remediated } = await analyze({ policies: [policy], resources: stack(wrong) });
        assert.deepEqual(remediated, []);
    });

    it("leaves an exempted resource alone until the exemption expires", async () => {
        assert.deepEqual(await remediateAll(policy, stack(wrong), exempt("2999-12-31")), []);
        assert.deepEqual(
            await remediateAll(policy, stack(wrong), exempt("2020-12-31")),
            expected(wrong),
        );
    });

    it("changes nothing while its configuration has a problem, and reports both", async () => {
        const { diagnostics, remediated } = await analyze({
            policies: [policy, policyConfiguration],
            resources: stack(wrong),
            config: atRemediate({ ...own, exemption: [{ resource: about }] }),
        });
        assert.deepEqual(remediated, []);
        const left = diagnostics.filter((diagnostic) => diagnostic.policy === policy.name);
        assert.deepEqual(
            left.map(({ level, resource }) => [level, resource]),
            Object.keys(corrected).map(() => ["mandatory", about]),
        );
        assert.ok(
            diagnostics.some(({ message }) => message.includes("did you mean exemptions?")),
            JSON.stringify(diagnostics),
        );
    });
}

function inputsOf(resources: TestResource[], name: string): Inputs {
    const found = resources.find((resource) => resource.name === name);
    assert.ok(found, `no resource is called ${name}`);
    return Object.fromEntries(
        Object.entries(found.inputs).filter(([, value]) => value !== undefined),
    );
}
