import { findDeclarations } from "../declarations/package";
import { functions } from "../invokes";
import { resources } from "../services";
import { passedFunction, passedResource } from "./passThrough";
import type { FunctionModel, ResourceModel } from "./resource";

const resourceByToken = new Map(resources.map((model) => [model.schema.token, model]));
const functionByToken = new Map(functions.map((model) => [model.schema.token, model]));

/** The model of a resource type, or what stands in for one that is only declared; an error where there is no such type. */
export function resourceModel(token: string): ResourceModel {
    const model = resourceByToken.get(token) ?? passedResource(token);
    if (model === undefined) {
        throw new Error(missing("resource type", token));
    }
    return model;
}

/** The model of a look-up, or what stands in for one that is only declared; an error where there is no such function. */
export function functionModel(token: string): FunctionModel {
    const model = functionByToken.get(token) ?? passedFunction(token);
    if (model === undefined) {
        throw new Error(missing("function", token));
    }
    return model;
}

function missing(what: string, token: string): string {
    const declarations = findDeclarations();
    return declarations === undefined
        ? `the simulated AWS does not model the ${what} ${token}; to let it pass, install @pulumi/aws, whose declarations it reads`
        : `there is no ${what} ${token}, neither in the simulated AWS nor in @pulumi/aws ${declarations.version}; is it misspelt?`;
}

/** Says whether a type is one of this model's. */
export function isModelled(token: string): boolean {
    return resourceByToken.has(token);
}

/** Says whether a look-up is one of this model's. */
export function isModelledFunction(token: string): boolean {
    return functionByToken.has(token);
}
