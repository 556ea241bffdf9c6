import assert from "node:assert/strict";

import { Policies } from "@pulumi/policy";

import { ZONE } from "../../../policy-pack/stack/resourceTypes";
import { analyze, Question } from "./analyzer";
import { secret, TestResource } from "./testResource";

type Policy = Policies[number];

/** What one policy says: level, resource, message without the description that each begins with. */
export async function judge(
    policy: Policy,
    resources: TestResource[],
    options: Omit<Question, "policies" | "resources"> = {},
): Promise<[level: string, resource: string, message: string][]> {
    const { diagnostics } = await analyze({ policies: [policy], resources, ...options });
    const opening = `${policy.description}\n`;
    return diagnostics.map(({ level, resource, message }) => [
        level,
        resource,
        message.startsWith(opening) ? message.slice(opening.length) : message,
    ]);
}

/** Why one policy has nothing to say. */
export async function reasonsOf(policy: Policy, resources: TestResource[]): Promise<string[]> {
    const { notApplicable } = await analyze({ policies: [policy], resources });
    return notApplicable.map(({ reason }) => reason);
}

/** A violation, for what every policy does alike. */
interface Violation {
    policy: Policy;
    /** Level that its findings have by default. */
    level: "mandatory" | "advisory";
    /** Resources with exactly one finding. */
    violating: () => TestResource[];
    /** Name of the resource that the finding is about. */
    about: string;
    /** False for policies about clusters, whatever endpoints there are. Defaults to true. */
    isAboutEndpoints?: boolean;
}

/** Declares the tests that every policy has: levels, exemptions, secrets, and services that are not EKS. */
export function itTreatsFindingsLikeEveryPolicy({
    policy,
    level,
    violating,
    about,
    isAboutEndpoints = true,
}: Violation): void {
    const exempt = (expires: string, resource = about): Question["config"] => ({
        [policy.name]: {
            enforcementLevel: level,
            exemptions: [{ resource, reason: "agreed for the test", expires }],
        },
    });
    const judgeSpoilt = async (config?: Question["config"]): ReturnType<typeof judge> =>
        judge(policy, violating(), { config });

    it("reports once, at its own level", async () => {
        const config =
            policy.enforcementLevel === "disabled"
                ? { [policy.name]: { enforcementLevel: level } }
                : {};
        const findings = await judgeSpoilt(config);
        assert.deepEqual(
            findings.map(([at, resource]) => [at, resource]),
            [[level, about]],
        );
    });

    it("is silent when it is disabled", async () => {
        const config = { [policy.name]: { enforcementLevel: "disabled" } };
        assert.deepEqual(await judgeSpoilt(config), []);
    });

    it("is silent about an exempted resource", async () => {
        assert.deepEqual(await judgeSpoilt(exempt("2999-12-31")), []);
    });

    it("is silent about a resource whose URN matches a pattern", async () => {
        assert.deepEqual(await judgeSpoilt(exempt("2999-12-31", `urn:*::${about}`)), []);
    });

    it("reports a resource again when its exemption has expired", async () => {
        assert.equal((await judgeSpoilt(exempt("2020-12-31"))).length, 1);
    });

    it("reports the same about secret values", async () => {
        const config = exempt("2020-12-31");
        const secretive = violating().map(hide);
        assert.deepEqual(await judge(policy, secretive, { config }), await judgeSpoilt(config));
    });

    if (isAboutEndpoints) {
        it("is silent about endpoints and zones of other services", async () => {
            const config = exempt("2020-12-31");
            assert.deepEqual(await judge(policy, violating().map(makeForeign), { config }), []);
        });
    }
}

/** The resource with every input secret. */
function hide(resource: TestResource): TestResource {
    for (const [key, value] of Object.entries(resource.inputs)) {
        resource.inputs[key] = value === undefined ? undefined : secret(value);
    }
    return resource;
}

function makeForeign(resource: TestResource): TestResource {
    if ("serviceName" in resource.inputs) {
        resource.inputs.serviceName = "com.amazonaws.eu-central-1.sts";
    }
    if (resource.type === ZONE) {
        resource.inputs.name = "sts.eu-central-1.amazonaws.com";
    }
    return resource;
}
