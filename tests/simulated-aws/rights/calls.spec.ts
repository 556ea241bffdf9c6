import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";

import {
    isModelled,
    isModelledFunction,
    resourceModel,
} from "../../../simulated-aws/model/catalogue";
import { functionCalls, resourceCalls } from "../../../simulated-aws/rights/calls";
import type { Call } from "../../../simulated-aws/rights/providerCalls";

const SDK = path.join(__dirname, "..", "..", "..", "sdk");

/** What the components, and `recover`, import of the provider, as tokens. */
function tokensOfComponents(): string[] {
    const files = readdirSync(SDK, { recursive: true, encoding: "utf-8" }).filter(
        (file) => file.endsWith(".ts") && !/^(bin|node_modules)\//.test(file),
    );
    const imports = files.flatMap((file) => [
        ...readFileSync(path.join(SDK, file), "utf-8").matchAll(
            /import \{[^}]*\} from "@pulumi\/aws\/(?:(\w+)\/)?(\w+)"/g,
        ),
    ]);
    const tokens = imports.map(([, module = "index", member = ""]) => {
        const name = member.startsWith("get")
            ? member
            : `${member.charAt(0).toUpperCase()}${member.slice(1)}`;
        return `aws:${module}/${member}:${name}`;
    });
    return [...new Set(tokens)].sort();
}

const nameOf = (call: Call) => (typeof call === "string" ? call : call.call);

describe("the table of the provider's calls", () => {
    it("has every type and look-up of the components and of `recover`", () => {
        const known = [...resourceCalls, ...functionCalls].map(({ token }) => token);
        const used = tokensOfComponents();
        assert.ok(used.length > 30, `only ${used.length} found`);
        assert.deepEqual(
            used.filter((token) => !known.includes(token)),
            [],
        );
    });

    it("names each type and look-up once, and none that is not modelled", () => {
        const types = resourceCalls.map(({ token }) => token);
        const looks = functionCalls.map(({ token }) => token);
        assert.equal(new Set([...types, ...looks]).size, types.length + looks.length);
        assert.deepEqual(
            types.filter((token) => !isModelled(token)),
            [],
        );
        assert.deepEqual(
            looks.filter((token) => !isModelledFunction(token)),
            [],
        );
    });

    it("says of each row where it was read", () => {
        for (const { token, sources } of resourceCalls) {
            assert.ok(
                sources.some(({ commit }) => commit !== undefined),
                token,
            );
        }
        for (const { file, commit } of [...resourceCalls, ...functionCalls].flatMap(
            (row) => row.sources,
        )) {
            assert.match(file, /^internal\/service\/[a-z0-9]+\/[a-z0-9_]+\.go$/);
            assert.match(commit ?? "0".repeat(40), /^[0-9a-f]{40}$/);
        }
    });

    it("has the calls that faults hit among those of their step", () => {
        for (const { token, ...steps } of resourceCalls) {
            const { operations } = resourceModel(token);
            for (const step of ["create", "delete"] as const) {
                const operation = operations[step];
                const calls = steps[step].map((call) => nameOf(call).split(":")[1]);
                // Lists that are compared with what there is: the model counts their change, not the comparison.
                if (operation !== undefined && !token.includes("iam/role")) {
                    assert.ok(calls.includes(operation), `${token} ${step}: ${operation}`);
                }
            }
        }
    });
});
