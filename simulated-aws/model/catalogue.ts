import { functions } from "../invokes";
import { resources } from "../services";
import type { FunctionModel, ResourceModel } from "./resource";

const resourceByToken = new Map(resources.map((model) => [model.schema.token, model]));
const functionByToken = new Map(functions.map((model) => [model.schema.token, model]));

/** The model of a resource type; an error that names the type where there is none. */
export function resourceModel(token: string): ResourceModel {
    const model = resourceByToken.get(token);
    if (model === undefined) {
        throw new Error(`the simulated AWS has no resource type ${token}`);
    }
    return model;
}

/** The model of a look-up; an error that names it where there is none. */
export function functionModel(token: string): FunctionModel {
    const model = functionByToken.get(token);
    if (model === undefined) {
        throw new Error(`the simulated AWS has no function ${token}`);
    }
    return model;
}

/** Says whether a type is one of this model's. */
export function isModelled(token: string): boolean {
    return resourceByToken.has(token);
}
