import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";

import {
    check,
    diff,
    fromWire,
    isModelled,
    resourceModel,
    UNKNOWN,
} from "../../simulated-aws/index";
import { findFormer, formerNames } from "./aliases";
import { type Call, Calls, type Config } from "./calls";
import type { KnownResource, StackState } from "./stackState";
import type { Place, Step } from "./step";

type Inputs = Parameters<typeof check>[1];

/** Says of a child and something in its `dependsOn`, by name, that the child shall not wait for it. */
export type Forgets = (child: string, dependency: string) => boolean;

/** How an engine differs from one that makes every call, in an order that keeps all dependencies. */
export interface RegistrarOptions {
    isPreview?: boolean;
    forgets?: Forgets;
}

/**
 * Does with each registration what the engine does, and notes which call waits for which: a resource is created or updated
 * after what it depends on; a replacement is created first and the old one deleted in the end, unless it is to be deleted
 * before, together with what has to be replaced with it; what left is deleted after everything else, dependents first.
 * Source: https://www.pulumi.com/docs/iac/concepts/how-pulumi-works/, and the options of resources.
 */
export class Registrar {
    public readonly steps: Step[] = [];
    public readonly state: StackState = new Map();
    private readonly calls: Calls;
    private readonly forgets: Forgets;
    /** The last steps of each resource, for which those that depend on it wait. */
    private readonly done = new Map<string, number[]>();
    /** Former resources that are still there under their former URN, and are not to be. */
    private readonly leftovers: KnownResource[] = [];
    private readonly seen = new Set<string>();
    private readonly deletedEarly = new Set<string>();
    private readonly formerUrns = new Map<string, string[]>();

    public constructor(
        private readonly place: Place,
        private readonly former: StackState,
        config: Config,
        { isPreview = false, forgets = () => false }: RegistrarOptions = {},
    ) {
        this.forgets = forgets;
        this.calls = new Calls(config, isPreview);
    }

    /** Notes a component, which is no call. */
    public registerComponent(request: RegisterResourceRequest, urn: string): void {
        this.formerUrns.set(urn, formerNames(request, urn, this.formerUrns));
        this.state.set(urn, { ...registered(request, urn, {}) });
    }

    /** Creates, updates or replaces a resource, or leaves it as it is. */
    public async register(request: RegisterResourceRequest, urn: string): Promise<KnownResource> {
        this.formerUrns.set(urn, formerNames(request, urn, this.formerUrns));
        const old = findFormer(this.former, urn, this.formerUrns.get(urn) ?? []);
        const next = registered(request, urn, checkedInputs(request, urn, old));
        next.dependencies = this.keptDependencies(next);
        const waits = next.dependencies.flatMap((each) => this.done.get(each) ?? []);
        await this.settle(request, old, next, waits);
        this.state.set(urn, next);
        return next;
    }

    /** Deletes what the program no longer has. */
    public async finish(): Promise<void> {
        const program = this.steps.map((_, index) => index);
        const gone = [...this.former.values()].filter(
            ({ urn, id }) => id !== undefined && !this.seen.has(urn) && !this.deletedEarly.has(urn),
        );
        const doomed = [...this.former.values()].filter(
            (each) => gone.includes(each) || this.leftovers.includes(each),
        );
        const deleted = new Map<string, number>();
        for (const each of doomed.reverse()) {
            const dependents = doomed.filter(({ dependencies }) => dependencies.includes(each.urn));
            const before = dependents.flatMap(({ urn }) => deleted.get(urn) ?? []);
            deleted.set(each.urn, await this.add(this.calls.delete(each), [...program, ...before]));
        }
    }

    private keptDependencies({
        name,
        dependencies,
        propertyDependencies,
    }: KnownResource): string[] {
        const given = new Set(Object.values(propertyDependencies).flat());
        return dependencies.filter(
            (urn) => given.has(urn) || !this.forgets(name, urn.split("::").at(-1) ?? ""),
        );
    }

    private async settle(
        request: RegisterResourceRequest,
        old: KnownResource | undefined,
        next: KnownResource,
        waits: number[],
    ): Promise<void> {
        if (old !== undefined) {
            this.seen.add(old.urn);
        }
        if (old === undefined || this.deletedEarly.has(old.urn)) {
            await this.create(next, waits);
            return;
        }
        const model = resourceModel(next.type);
        const news = withIgnored(request, old, next);
        next.inputs = news;
        const found = diff(model, old.outputs as Inputs, old.inputs as Inputs, news as Inputs);
        if (found.replaces.length > 0 || old.trigger !== next.trigger) {
            const isFirst = request.getDeletebeforereplace() || found.deleteBeforeReplace;
            await this.replace(old, next, waits, isFirst);
        } else if (found.differences.length > 0) {
            next.id = old.id;
            const call = this.calls.update(old, next, this.place.world.issued);
            this.done.set(next.urn, [await this.add(call, waits, next)]);
        } else {
            next.id = old.id;
            next.outputs = old.outputs;
            this.done.set(next.urn, waits);
        }
    }

    private async create(next: KnownResource, waits: number[]): Promise<void> {
        const made = await this.add(this.calls.create(next, this.place.world.issued), waits, next);
        const available = this.calls.available(next);
        const last = available === undefined ? made : await this.add(available, [made]);
        this.done.set(next.urn, [last]);
    }

    private async replace(
        old: KnownResource,
        next: KnownResource,
        waits: number[],
        deleteFirst: boolean,
    ): Promise<void> {
        if (!deleteFirst) {
            this.leftovers.push(old);
            await this.create(next, waits);
            return;
        }
        let last = waits;
        for (const each of [...this.replacedWith(old).reverse(), old]) {
            this.deletedEarly.add(each.urn);
            last = [await this.add(this.calls.delete(each), last)];
        }
        await this.create(next, last);
    }

    /** Former resources that have to be replaced when one is, because an input of theirs comes from it. */
    private replacedWith(old: KnownResource): KnownResource[] {
        const replaced = new Set([old.urn]);
        const found: KnownResource[] = [];
        for (const each of this.former.values()) {
            const open = Object.entries(each.propertyDependencies).filter(([, urns]) =>
                urns.some((urn) => replaced.has(urn)),
            );
            if (each.id === undefined || open.length === 0 || this.deletedEarly.has(each.urn)) {
                continue;
            }
            const unknown = Object.fromEntries(open.map(([property]) => [property, UNKNOWN]));
            const news = { ...each.inputs, ...unknown } as Inputs;
            const model = resourceModel(each.type);
            if (
                diff(model, each.outputs as Inputs, each.inputs as Inputs, news).replaces.length > 0
            ) {
                replaced.add(each.urn);
                found.push(each);
            }
        }
        return found;
    }

    private async add(call: Call, waits: number[], of?: KnownResource): Promise<number> {
        const made = await call.act(this.place);
        Object.assign(of ?? {}, made);
        return this.steps.push({ ...call, waits: [...new Set(waits)], made }) - 1;
    }
}

function registered(request: RegisterResourceRequest, urn: string, inputs: Inputs): KnownResource {
    const propertyDependencies: KnownResource["propertyDependencies"] = {};
    request.getPropertydependenciesMap().forEach((dependencies, property) => {
        propertyDependencies[property] = dependencies.getUrnsList();
    });
    return {
        urn,
        type: request.getType(),
        name: request.getName(),
        inputs,
        outputs: {},
        dependencies: request.getDependenciesList(),
        propertyDependencies,
        trigger: JSON.stringify(request.getReplacementTrigger()?.toJavaScript() ?? null),
    };
}

function checkedInputs(
    request: RegisterResourceRequest,
    urn: string,
    old: KnownResource | undefined,
): Inputs {
    const [type, name] = [request.getType(), request.getName()];
    const { value } = fromWire(request.getObject()?.toJavaScript());
    if (!isModelled(type)) {
        throw new Error(`the simulated AWS has no ${type}`);
    }
    const context = { name, seed: urn, oldInputs: old?.inputs as Inputs | undefined };
    const { inputs, failures } = check(resourceModel(type), value, context);
    if (failures.length > 0) {
        const reasons = failures.map(({ property, reason }) => `${property}: ${reason}`);
        throw new Error(`${type} ${name}: ${reasons.join("; ")}`);
    }
    return inputs;
}

function withIgnored(
    request: RegisterResourceRequest,
    old: KnownResource,
    next: KnownResource,
): KnownResource["inputs"] {
    const ignored = request.getIgnorechangesList().filter((path) => path in old.inputs);
    return {
        ...next.inputs,
        ...Object.fromEntries(ignored.map((path) => [path, old.inputs[path]])),
    };
}
