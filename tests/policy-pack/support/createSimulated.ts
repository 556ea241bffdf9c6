import { createWorld, memoryStore, Provider } from "../../../simulated-aws/index";
import { ACCOUNT_ID, REGION } from "./resources";
import { Later, type TestResource } from "./testResource";

/** What the simulated AWS answers to each resource that it refuses, when a stack is created as its program asks. */
export async function createSimulated(resources: TestResource[]): Promise<string[]> {
    const store = memoryStore(createWorld());
    const refusals: string[] = [];
    const made = new Map<TestResource, { [key: string]: unknown } | undefined>();
    const resolve = async (value: unknown): Promise<unknown> => {
        if (value instanceof Later) {
            const [source] = value.sources;
            return source && (await create(source))?.[value.output];
        }
        if (Array.isArray(value)) {
            return Promise.all(value.map(resolve));
        }
        return typeof value === "object" && value !== null ? resolveAll(value) : value;
    };
    const resolveAll = async (values: object): Promise<{ [key: string]: unknown }> => {
        const resolved: { [key: string]: unknown } = {};
        for (const [key, value] of Object.entries(values)) {
            if (value !== undefined) {
                resolved[key] = await resolve(value);
            }
        }
        return resolved;
    };
    const create = async (
        resource: TestResource,
    ): Promise<{ [key: string]: unknown } | undefined> => {
        if (!made.has(resource)) {
            const { region = REGION } = resource.provider?.inputs ?? {};
            const provider = new Provider(store, {
                account: ACCOUNT_ID,
                region: String(region),
                defaultTags: {},
            });
            const name = nameOf(resource);
            const inputs = { ...name, ...(await resolveAll(resource.inputs)) };
            made.set(resource, undefined);
            try {
                const { id, outputs } = await provider.create(
                    resource.type,
                    inputs as Parameters<Provider["create"]>[1],
                    false,
                );
                made.set(resource, { ...outputs, id });
            } catch (error) {
                refusals.push(String(error));
            }
        }
        return made.get(resource);
    };
    for (const resource of resources.filter(({ type }) => type.startsWith("aws:"))) {
        await create(resource);
    }
    return refusals;
}

/** The names that the engine would make up. */
function nameOf({ type, name }: TestResource): { [key: string]: unknown } {
    const named =
        /:(SecurityGroup|ManagedPrefixList|ProfilesProfile|ProfilesAssociation|ProfilesResourceAssociation|Role|LogGroup)$/;
    return type.endsWith(":Bucket")
        ? { bucket: `${name}-bucket` }
        : named.test(type)
          ? { name }
          : {};
}
