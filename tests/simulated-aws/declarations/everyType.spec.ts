import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { declaredTokens } from "../../../simulated-aws/declarations/tokens";
import {
    functionModel,
    isModelled,
    isModelledFunction,
    resourceModel,
} from "../../../simulated-aws/model/catalogue";
import { check } from "../../../simulated-aws/model/check";
import { diff } from "../../../simulated-aws/model/diff";
import type { PropertyType } from "../../../simulated-aws/model/schema";
import type { Properties, Value } from "../../../simulated-aws/model/values";
import { createWorld, DEFAULT_ACCOUNT } from "../../../simulated-aws/world/createWorld";

/** Something of a type, as a program would give it. */
function given(type: PropertyType): Value {
    if (typeof type === "string") {
        return { string: "given", boolean: true, number: 1, integer: 1, any: {}, document: "{}" }[
            type
        ];
    }
    return "list" in type ? [given(type.list)] : {};
}

describe("every type that @pulumi/aws declares", function () {
    this.timeout(60_000);
    const { resources, functions } = declaredTokens();
    const scope = () => ({ world: createWorld(), account: DEFAULT_ACCOUNT, region: "eu-west-1" });

    it("runs as a resource, with an ID and every output that is always there", () => {
        assert.ok(resources.length > 1000, `${resources.length} types are declared`);
        const wrong: string[] = [];
        for (const token of resources.filter((each) => !isModelled(each))) {
            const model = resourceModel(token);
            const { required, settled, computed } = model.schema;
            const inputs: Properties = Object.fromEntries<Value>(
                Object.entries(required).map(([name, type]) => [name, given(type)]),
            );
            const checked = check(model, inputs, { name: "name", seed: token });
            const at = scope();
            const id = model.create(at, checked.inputs);
            const outputs: Properties = model.read(at, id, {}) ?? {};
            const missing = Object.keys({ ...required, ...settled, ...computed }).filter(
                (name) => outputs[name] === undefined,
            );
            const changes = diff(model, outputs, checked.inputs, checked.inputs).differences;
            if (id === "" || missing.length + changes.length + checked.failures.length > 0) {
                wrong.push(
                    `${token} ${id} lacks ${missing.join()} differs ${JSON.stringify(changes)}`,
                );
            }
        }
        assert.deepEqual(wrong, []);
    });

    it("answers as a function with every member that is always there", () => {
        assert.ok(functions.length > 300, `${functions.length} functions are declared`);
        const wrong = functions
            .filter((each) => !isModelledFunction(each))
            .flatMap((token) => {
                const model = functionModel(token);
                const { schema } = model;
                const answer = model.call(scope(), {});
                return Object.keys(schema.result)
                    .filter((name) => !schema.optionalResult?.includes(name))
                    .filter((name) => answer[name] === undefined)
                    .map((name) => `${token} ${name}`);
            });
        assert.deepEqual(wrong, []);
    });
});
