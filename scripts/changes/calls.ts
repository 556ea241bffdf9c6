import { memoryStore, Provider } from "../../simulated-aws/index";
import type { KnownResource } from "./stackState";
import type { Place, Properties, Step } from "./step";

/** Where the provider of a stack works. */
export interface Config {
    account: string;
    region: string;
}

/** A step before it is known what it waits for, and before it is made. */
export type Call = Omit<Step, "waits" | "made">;

type Inputs = Parameters<Provider["create"]>[1];

export const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

const RESOLVER_ENDPOINT = "aws:route53/resolverEndpoint:ResolverEndpoint";

/** What the provider of a stack is asked to do, as steps that may be made in any order. */
export class Calls {
    /** In a preview nothing is called, and what AWS would say is unknown. */
    public constructor(
        private readonly config: Config,
        private readonly isPreview: boolean,
    ) {}

    /**
     * The call that creates a resource. IDs are handed out as they were when the call was first made, so that they are the
     * same in whichever order calls are made.
     */
    public create({ name, type, inputs }: KnownResource, issued: number): Call {
        return {
            label: `create ${name}`,
            type,
            properties: inputs,
            act: async (place) => {
                const made = await this.issuing(place, issued).create(
                    type,
                    inputs as Inputs,
                    this.isPreview,
                );
                if (hasInterfaces(type, inputs)) {
                    place.pending = new Set([...place.pending, made.id]);
                }
                return made;
            },
        };
    }

    /** The end of AWS's work on a new endpoint, for which the engine waits; undefined for anything else. */
    public available({ name, type, inputs, id }: KnownResource): Call | undefined {
        return hasInterfaces(type, inputs)
            ? {
                  label: `${name} is available`,
                  type,
                  properties: inputs,
                  act: (place) => {
                      place.pending = new Set([...place.pending].filter((each) => each !== id));
                      return Promise.resolve({});
                  },
              }
            : undefined;
    }

    /** The call that changes a resource in place. */
    public update(old: KnownResource, next: KnownResource, issued: number): Call {
        const { id = "", type } = old;
        return {
            label: `update ${next.name}`,
            type,
            properties: { ...old.inputs, ...next.inputs },
            act: async (place) => ({
                id,
                outputs: await this.issuing(place, issued).update(
                    type,
                    id,
                    old.outputs as Inputs,
                    old.inputs as Inputs,
                    next.inputs as Inputs,
                    this.isPreview,
                ),
            }),
        };
    }

    /** The call that deletes a resource. */
    public delete({ name, type, id = "", outputs, inputs }: KnownResource): Call {
        return {
            label: `delete ${name}`,
            type,
            properties: { ...inputs, ...outputs },
            act: async ({ world }) => {
                if (!this.isPreview) {
                    // A zone's forceDestroy deletes its records by calls of its own, before the one that AWS takes.
                    const state = { ...outputs, forceDestroy: false };
                    await this.provider(world).delete(type, id, state);
                }
                return {};
            },
        };
    }

    private issuing({ world }: Place, issued: number): Provider {
        world.issued = issued;
        return this.provider(world);
    }

    private provider(world: Place["world"]): Provider {
        return new Provider(memoryStore(world), { ...this.config, defaultTags: {} });
    }
}

function hasInterfaces(type: string, inputs: Properties): boolean {
    const isInterface = type === ENDPOINT && inputs.vpcEndpointType === "Interface";
    return isInterface || type === RESOLVER_ENDPOINT;
}
