import { demandRights } from "../rights/demandRights";
import { AwsError } from "../world/errors";
import { type Call, enterOperation, type LateFault } from "../world/faults";
import type { WorldStore } from "../world/store";
import type { Scope, World } from "../world/types";
import { functionModel, resourceModel } from "./catalogue";
import { withoutMarkers } from "./check";
import { demandKnownFaults } from "./checkFaults";
import { diff } from "./diff";
import { demandAnswered } from "./lateFaults";
import { previewCreate, previewUpdate } from "./preview";
import type { ResourceModel } from "./resource";
import { inputsOf } from "./schema";
import { compact, pick, type Properties, read } from "./values";

/** How a provider was configured. */
export interface ProviderConfig {
    account: string;
    region: string;
    defaultTags: { [key: string]: string };
}

export interface Made {
    id: string;
    outputs: Properties;
}

/** What a provider does for one configuration; both doors stand on it. */
export class Provider {
    public constructor(
        private readonly store: WorldStore,
        private readonly config: ProviderConfig,
    ) {}

    /** `name` is the resource's in its program. */
    public async create(
        token: string,
        inputs: Properties,
        preview: boolean,
        name = "",
    ): Promise<Made> {
        const model = resourceModel(token);
        const plain = withoutMarkers(inputs);
        if (preview) {
            return { id: "", outputs: previewCreate(model.schema, plain) };
        }
        return this.store.change((world) => {
            const scope = this.scopeOf(world, plain);
            demandRights({
                ...needed(model, "create"),
                scope,
                id: "",
                given: this.withTags(plain),
            });
            const [id, late] = call(scope, model, "create", name, () =>
                model.create(scope, this.withTags(plain)),
            );
            const made = { id, outputs: this.outputs(model, scope, id, plain) };
            demandAnswered(late, token, "create", made);
            return made;
        });
    }

    public async update(
        token: string,
        id: string,
        state: Properties,
        oldInputs: Properties,
        news: Properties,
        preview: boolean,
        name = "",
    ): Promise<Properties> {
        const model = resourceModel(token);
        const plain = withoutMarkers(news);
        if (preview) {
            const { changed } = diff(model, state, oldInputs, news);
            return compact(previewUpdate(model.schema, state, plain, changed));
        }
        return this.store.change((world) => {
            const scope = this.scopeOf(world, state);
            const { changed } = diff(model, state, oldInputs, news);
            const given = this.withTags(plain);
            demandRights({ ...needed(model, "update"), scope, id, given, olds: state, changed });
            const [, late] = call(scope, model, "update", name, () =>
                model.update?.(scope, id, state, given),
            );
            const outputs = this.outputs(model, scope, id, plain);
            demandAnswered(late, token, "update", { id, outputs });
            return outputs;
        });
    }

    /** The state and the inputs of what exists, or undefined. Without old inputs it is an import. */
    public read(
        token: string,
        id: string,
        state: Properties,
        oldInputs: Properties,
    ): { state: Properties; inputs: Properties } | undefined {
        const model = resourceModel(token);
        return this.store.read((world) => {
            const scope = this.scopeOf(world, state);
            demandRights({ ...needed(model, "read"), scope, id, given: state });
            const outputs = model.read(scope, id, state);
            if (outputs === undefined) {
                return undefined;
            }
            const now = this.shown({ ...echoed(model, state), ...outputs }, read(state).tags());
            return { state: now, inputs: inputsFrom(model, now, oldInputs) };
        });
    }

    public async delete(token: string, id: string, state: Properties, name = ""): Promise<void> {
        const model = resourceModel(token);
        await this.store.change((world) => {
            const scope = this.scopeOf(world, state);
            if (model.operations.delete === undefined) {
                return;
            }
            demandRights({ ...needed(model, "delete"), scope, id, given: state });
            const [, late] = call(scope, model, "delete", name, () => {
                if (model.read(scope, id, state) !== undefined) {
                    model.delete(scope, id, state);
                }
            });
            demandAnswered(late, token, "delete", { id });
        });
    }

    public async invoke(token: string, args: Properties): Promise<Properties> {
        const model = functionModel(token);
        const { service, call: operation } = model.operations;
        const ask = (world: World) => {
            const scope = this.scopeOf(world, args);
            const otherwise = { service, call: operation };
            demandRights({ token, step: "invoke", scope, id: "", given: args, otherwise });
            return named(service, operation, () => {
                const { account } = scope;
                const leave = enter(world, { service, operation, account, resource: "" });
                const answer = model.call(scope, args);
                leave();
                return pick(answer, Object.keys(model.schema.result));
            });
        };
        const counted = this.store.read((world) =>
            world.faults.some((fault) => fault.operation === operation),
        );
        const changes = counted || model.looksAtDefaults?.(args) === true;
        return changes ? this.store.change(ask) : this.store.read(ask);
    }

    private scopeOf(world: World, properties: Properties): Scope {
        const region = read(properties).text("region", this.config.region);
        return { world, account: this.config.account, region };
    }

    private withTags(inputs: Properties): Properties {
        return { ...inputs, tags: { ...this.config.defaultTags, ...read(inputs).tags() } };
    }

    private outputs(
        model: ResourceModel,
        scope: Scope,
        id: string,
        inputs: Properties,
    ): Properties {
        const outputs = model.read(scope, id, inputs) ?? {};
        return this.shown({ ...inputs, ...outputs }, read(inputs).tags());
    }

    /** `tagsAll` is what AWS has; `tags` leaves out what only the provider's default tags brought. */
    private shown(outputs: Properties, own: { [key: string]: string }): Properties {
        if (outputs.tagsAll === undefined) {
            return compact(outputs);
        }
        const all = read(outputs).tags("tagsAll");
        const tags = Object.entries(all).filter(
            ([key, value]) => key in own || this.config.defaultTags[key] !== value,
        );
        const isShown = tags.length > 0 || outputs.tags !== undefined;
        return compact({ ...outputs, tags: isShown ? Object.fromEntries(tags) : undefined });
    }
}

/** What a step of a resource needs rights for. */
function needed(
    { schema, operations }: ResourceModel,
    step: "create" | "read" | "update" | "delete",
) {
    const { service } = operations;
    // Nobody knows what a type that has not been read is read by.
    const operation = step === "read" ? undefined : (operations[step] ?? operations.create);
    return { token: schema.token, step, otherwise: { service, call: operation } };
}

/** Makes a call for the resource of a name; says what becomes of the answer beside the result. */
function call<T>(
    scope: Scope,
    model: ResourceModel,
    step: "create" | "update" | "delete",
    resource: string,
    act: () => T,
): [result: T, late: LateFault] {
    const { service } = model.operations;
    const operation = model.operations[step] ?? model.operations.create;
    return named(service, operation, () => {
        const { world, account } = scope;
        const leave = enter(world, { service, operation, account, resource });
        const result = act();
        return [result, leave()];
    });
}

function enter(world: World, made: Call): () => LateFault {
    demandKnownFaults(world.faults);
    return enterOperation(world, made);
}

/** Says in an error of AWS which call it answers, as the real provider does. */
function named<T>(service: string, operation: string, act: () => T): T {
    try {
        return act();
    } catch (error) {
        if (!(error instanceof AwsError)) {
            throw error;
        }
        throw new Error(`operation error ${service}: ${operation}, api error ${error.message}`, {
            cause: error,
        });
    }
}

/** Inputs that AWS does not show again, kept from the last state. */
function echoed(model: ResourceModel, state: Properties): Properties {
    const names = Object.keys(inputsOf(model.schema));
    return Object.fromEntries(names.map((name) => [name, state[name]]));
}

function inputsFrom(model: ResourceModel, state: Properties, oldInputs: Properties): Properties {
    const isImport = Object.keys(oldInputs).length === 0;
    const names = isImport ? Object.keys(inputsOf(model.schema)) : Object.keys(oldInputs);
    const entries = names.map((name) => [name, state[name] ?? oldInputs[name]]);
    return compact(Object.fromEntries(entries) as Properties);
}
