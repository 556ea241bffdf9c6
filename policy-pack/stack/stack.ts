import type { PolicyResource } from "@pulumi/policy";

import { STACK } from "./resourceTypes";
import { readResource, type StackResource } from "./stackResource";
import { peekString, type Properties } from "./values";
import { toReadName, toWrittenName, typeOf } from "./writtenForm";

/** A resource with a property that comes from another one. */
export interface Dependent {
    resource: StackResource;
    property: string;
}

/** The resources of a stack, by type and by who depends on whom. */
export class Stack {
    private readonly byType: Map<string, PolicyResource[]>;
    private readonly read = new Map<string, StackResource>();
    private readonly indexes = new Map<string, Map<string, StackResource[]>>();
    private readonly made = new Map<unknown, unknown>();
    private dependents?: Map<string, Dependent[]>;

    /** `inputs` is what the program gives, by URN, as far as it is known. */
    public constructor(
        resources: PolicyResource[],
        private readonly inputs: ReadonlyMap<string, Properties>,
    ) {
        this.byType = groupBy(resources, typeOf);
    }

    /** The stack itself, where what is said belongs to no resource. */
    public get itself(): StackResource {
        const [stack] = this.ofType(STACK);
        return stack ?? { urn: "", type: STACK, name: "", given: {}, outputs: {} };
    }

    /** Every resource of these types. */
    public ofType(...types: string[]): StackResource[] {
        return types.flatMap((type) =>
            (this.byType.get(type) ?? []).map((resource) => this.toStackResource(resource)),
        );
    }

    /** Every resource of these types that is known to have this output. */
    public having(types: string[], output: string, value: string): StackResource[] {
        return types.flatMap((type) => this.indexOf(type, output).get(value) ?? []);
    }

    /**
     * Resources of these types that the value of a property comes from. A component stands for its one child of
     * such a type: an output of a remote component depends on the component alone, and of a copy of another tool's plan
     * nothing says where a value comes from, so most likely from what is in the same component.
     */
    public sourcesOf(resource: StackResource, property: string, types: string[]): StackResource[] {
        const written = toWrittenName(property, resource.form);
        const { propertyDependencies = {}, parent } = resource.origin ?? {};
        const dependencies =
            resource.form?.isCopy === true && parent !== undefined
                ? [parent]
                : (propertyDependencies[written] ?? []);
        const direct = dependencies.filter((each) => types.includes(typeOf(each)));
        const found = direct.length > 0 ? direct : this.onlyChild(dependencies, types);
        return found.map((source) => this.toStackResource(source));
    }

    /** The resources with a property that comes from one resource. */
    public dependentsOf({ urn }: StackResource): Dependent[] {
        this.dependents ??= this.indexDependents();
        return this.dependents.get(urn) ?? [];
    }

    /** The components that a resource is in, from the inside out. */
    public ancestorsOf({ origin }: StackResource): StackResource[] {
        const ancestors: StackResource[] = [];
        for (let parent = origin?.parent; parent !== undefined; parent = parent.parent) {
            ancestors.push(this.toStackResource(parent));
        }
        return ancestors;
    }

    /** What a function makes of this stack, made once: for indexes that many resources are looked up in. */
    public once<T>(make: (stack: Stack) => T): T {
        if (!this.made.has(make)) {
            this.made.set(make, make(this));
        }
        return this.made.get(make) as T;
    }

    private indexOf(type: string, output: string): Map<string, StackResource[]> {
        const key = `${type} ${output}`;
        let index = this.indexes.get(key);
        if (index === undefined) {
            index = groupBy(this.ofType(type), (resource) => readOutput(resource, output));
            this.indexes.set(key, index);
        }
        return index;
    }

    private indexDependents(): Map<string, Dependent[]> {
        const index = new Map<string, Dependent[]>();
        for (const origin of [...this.byType.values()].flat()) {
            for (const [written, sources] of Object.entries(origin.propertyDependencies)) {
                for (const { urn } of sources) {
                    const dependents = index.get(urn) ?? [];
                    const resource = this.toStackResource(origin);
                    dependents.push({ resource, property: toReadName(written, resource.form) });
                    index.set(urn, dependents);
                }
            }
        }
        return index;
    }

    private onlyChild(components: PolicyResource[], types: string[]): PolicyResource[] {
        const children = types
            .flatMap((type) => this.byType.get(type) ?? [])
            .filter((child) => components.some((component) => isInside(child, component)));
        return children.length === 1 ? children : [];
    }

    private toStackResource(origin: PolicyResource): StackResource {
        const known = this.read.get(origin.urn);
        if (known !== undefined) {
            return known;
        }
        const resource = readResource(origin, this.inputs.get(origin.urn));
        resource.origin = origin;
        this.read.set(origin.urn, resource);
        return resource;
    }
}

/** The engine shows a resource without its ID, which in most services is the end of its ARN. */
function readOutput({ outputs }: StackResource, output: string): string | undefined {
    const idInArn = (): string | undefined => /[^/:]+$/.exec(peekString(outputs, "arn") ?? "")?.[0];
    return peekString(outputs, output) ?? (output === "id" ? idInArn() : undefined);
}

function isInside(resource: PolicyResource, component: PolicyResource): boolean {
    for (let parent = resource.parent; parent !== undefined; parent = parent.parent) {
        if (parent.urn === component.urn) {
            return true;
        }
    }
    return false;
}

/** Lists by key, in one pass; items without a key are in none. */
function groupBy<T>(items: T[], keyOf: (item: T) => string | undefined): Map<string, T[]> {
    const groups = new Map<string, T[]>();
    for (const item of items) {
        const key = keyOf(item);
        const group = key === undefined ? undefined : groups.get(key);
        if (group !== undefined) {
            group.push(item);
        } else if (key !== undefined) {
            groups.set(key, [item]);
        }
    }
    return groups;
}
