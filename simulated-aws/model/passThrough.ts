import { createHash } from "node:crypto";

import { identityOf, kebab, madeArn, partsOf } from "../declarations/identity";
import { filled, madeUp, type Seed } from "../declarations/madeUp";
import { declaredFunction, type DeclaredResource, declaredResource } from "../declarations/schemas";
import { demand, find, issueHex, put, remove } from "../world/objectsOf";
import type { Scope } from "../world/types";
import { canonical } from "./diff";
import type { FunctionModel, ResourceModel } from "./resource";
import { outputsOf } from "./schema";
import { compact, pick, type Properties, read } from "./values";

/** Stands in for a resource type that is declared and not modelled: what a program gives comes back, the rest is made up. */
export function passedResource(token: string): ResourceModel | undefined {
    const declared = declaredResource(token);
    if (declared === undefined) {
        return undefined;
    }
    const { type } = partsOf(token);
    const name = token.split(":").at(-1) ?? type;
    return {
        schema: declared.schema,
        operations: {
            service: partsOf(token).module,
            create: `Create${name}`,
            update: `Update${name}`,
            delete: `Delete${name}`,
        },
        create(scope, inputs) {
            const hex = issueHex(scope.world, 16);
            const identity = identityOf(scope, declared, inputs, hex);
            const seed = { ...identity, scope, hex, module: partsOf(token).module };
            keep(seed, token, outputsFor(declared, inputs, seed));
            return identity.id;
        },
        read(scope, id) {
            return find(scope, "unmodelled", keyOf(scope, token, id))?.outputs as
                Properties | undefined;
        },
        update(scope, id, olds, news) {
            const { hex } = demand(scope, "unmodelled", keyOf(scope, token, id));
            const seed = {
                id,
                arn: read(olds).text("arn"),
                scope,
                hex,
                module: partsOf(token).module,
            };
            const { computed, settled } = declared.schema;
            const kept = pick(olds, Object.keys({ ...settled, ...computed }));
            const next = outputsFor(declared, news, seed);
            keep(seed, token, { ...next, ...kept, ...pick(news, Object.keys(settled)) });
        },
        delete(scope, id) {
            remove(scope.world, "unmodelled", keyOf(scope, token, id));
        },
    };
}

function keyOf({ account, region }: Scope, token: string, id: string): string {
    return `${account}/${region}/${token}/${id}`;
}

function keep({ scope, id: resourceId, hex }: Seed, token: string, given: Properties): void {
    const { world, account, region } = scope;
    const tags = read(given).tags();
    const id = keyOf(scope, token, resourceId);
    const outputs = compact({ ...given, ...("tagsAll" in given ? { tagsAll: tags } : {}) });
    put(world, "unmodelled", { id, account, region, tags, token, resourceId, hex, outputs });
}

/** The inputs, completed inside, and every output that is always there. */
function outputsFor({ schema }: DeclaredResource, inputs: Properties, seed: Seed): Properties {
    const outputs: Properties = {};
    for (const [property, type] of Object.entries(outputsOf(schema))) {
        const given = inputs[property];
        if (given !== undefined) {
            outputs[property] = filled(given, type, seed);
        } else if (property in schema.computed) {
            outputs[property] = madeUp(property, type, seed);
        } else if (property in schema.settled) {
            const isList = typeof type === "object" && "list" in type;
            outputs[property] = isList ? [] : madeUp(property, type, seed);
        }
    }
    return outputs;
}

/** Stands in for a function that is declared and not modelled. */
export function passedFunction(token: string): FunctionModel | undefined {
    const schema = declaredFunction(token);
    if (schema === undefined) {
        return undefined;
    }
    const { module, type } = partsOf(token);
    return {
        schema,
        operations: { service: module, call: type },
        call(scope, args) {
            const hash = createHash("sha256").update(`${token} ${canonical(args)}`);
            const hex = hash.digest("hex").slice(0, 16);
            const kind = kebab(type.replace(/^get/, ""));
            const arn = madeArn(scope, module, `${kind}/${read(args).text("name", hex)}`);
            const seed = { id: `${kind}-${hex}`, arn, scope, hex, module };
            const answer: Properties = { ...args };
            for (const [name, result] of Object.entries(schema.result)) {
                const isThere = args[name] !== undefined;
                if (!isThere && !schema.optionalResult?.includes(name)) {
                    answer[name] = madeUp(name, result, seed);
                }
            }
            return answer;
        },
    };
}
