import assert from "node:assert/strict";

import type { Policies } from "@pulumi/policy";
import fc from "fast-check";

import { policies } from "../../policy-pack/policies";
import { analyze, type Question } from "./support/analyzer";
import { oddStacks } from "./support/oddStacks";
import { HTTPS_FROM_VPC, network, stackOf } from "./support/resources";
import type { TestResource } from "./support/testResource";

/** Has every policy judge a stack, whatever its own level; those that put resources right do so. */
async function judgeAll(
    resources: TestResource[],
    phase: Question["phase"],
    {
        config = {},
        asked = policies,
    }: { config?: { [policy: string]: object }; asked?: Policies } = {},
): Promise<string[]> {
    const levels = asked.map(({ name, ...policy }) => {
        const enforcementLevel = "remediateResource" in policy ? "remediate" : "mandatory";
        return [name, { enforcementLevel, ...config[name] }];
    });
    const { diagnostics, remediated } = await analyze({
        policies: asked,
        resources,
        phase,
        config: Object.fromEntries(levels) as Question["config"],
    });
    assert.ok(diagnostics.every(({ message }) => message.length > 0));
    assert.ok(remediated.every(({ properties, diagnostic }) => properties ?? diagnostic));
    return diagnostics.map(({ policy }) => policy);
}

describe("every policy", function () {
    this.timeout(300_000);

    it("ends in findings or silence for 5,000 resources, whatever they are", async () => {
        const phases = fc.constantFrom("preview" as const, "update" as const);
        const said = new Set<string>();
        let judged = 0;
        // Together, the first policy tells what preview does not know; alone, each tells what it needs.
        const some = fc.subarray(policies, { minLength: 2, maxLength: 2 });
        const property = fc.asyncProperty(oddStacks, phases, some, async (stack, phase, alone) => {
            judged += stack.length;
            for (const asked of [policies, ...alone.map((policy) => [policy])]) {
                for (const policy of await judgeAll(stack, phase, { asked })) {
                    said.add(policy);
                }
            }
        });
        const { seed = 0 } = fc.readConfigureGlobal();
        for (let round = 0; judged < 5_000; round++) {
            await fc.assert(property, { numRuns: 100, seed: seed + round });
        }
        // Resources that no policy looks at would prove nothing.
        assert.ok(said.size > policies.length / 2, [...said].join());
    });

    it("takes any config", async () => {
        const configs = fc.dictionary(
            fc.constantFrom(...policies.map(({ name }) => name)),
            fc.dictionary(
                fc.constantFrom(
                    "exemptions",
                    "minimumDays",
                    "accountIds",
                    "actions",
                    "coveredVpcIds",
                    "zonesElsewhere",
                    "mayStayHidden",
                    "organizationIds",
                    "organizationPaths",
                    "services",
                ),
                fc.jsonValue(),
            ),
        );
        await fc.assert(
            fc.asyncProperty(oddStacks, configs, async (resources, config) => {
                await judgeAll(resources, "preview", { config });
            }),
            { numRuns: 50 },
        );
    });

    const deep = (open: string, close: string, depth = 20_000): string =>
        open.repeat(depth) + close.repeat(depth);
    const statement = { Effect: "Allow", Principal: "*", Action: "eks:*", Resource: "*" };
    const documents: { [what: string]: string } = {
        "a million characters": "x".repeat(1_000_000),
        "300 statements": JSON.stringify({ Statement: Array(300).fill(statement) }),
        "a statement of half a million characters": JSON.stringify({
            Statement: [{ ...statement, Sid: "x".repeat(500_000) }],
        }),
        "an action of 10,000 wildcards": JSON.stringify({
            Statement: [{ ...statement, Action: `eks:${"a*".repeat(10_000)}` }],
        }),
        "lists within lists": deep("[", "]"),
        "objects within objects": deep('{"Statement":', "}").replace("}", "{}}"),
        "conditions within conditions": `{"Statement":[{"Effect":"Allow","Condition":${deep('{"a":', "}").replace("}", "{}}")}}]}`,
    };
    for (const [what, document] of Object.entries(documents)) {
        it(`takes documents of ${what}`, async () => {
            const stack = network({
                endpoint: { policy: document },
                role: { assumeRolePolicy: document },
            });
            await judgeAll(stackOf(stack), "preview");
        });
    }

    it("takes a group of 1,000 rules and a rule of 5,000 ranges", async () => {
        const ranges = Array.from({ length: 5_000 }, (_, i) => `10.${i >> 8}.${i & 255}.0/24`);
        const rules = Array.from({ length: 1_000 }, (_, i) => ({
            ...HTTPS_FROM_VPC,
            cidrBlocks: [ranges[i]],
        }));
        const ingress = [...rules, { ...HTTPS_FROM_VPC, cidrBlocks: ranges }];
        await judgeAll(stackOf(network({ group: { ingress } })), "preview");
    });
});
