import type { runtime } from "@pulumi/pulumi";
import type { Outputs } from "./messages";

/** What the engine answers with the outputs of a stack's resources after its last update; none of these programs had one. */
const LAST_STATE = "pulumi:pulumi:readStackResourceOutputs";

const REFERENCE = "pulumi:pulumi:StackReference";

/** Mocks that also answer what the engine's backend does: what other stacks have put out. */
export function withStacks(
    base: runtime.Mocks,
    stacks: { [name: string]: Outputs },
): runtime.Mocks {
    return {
        call: async (args) => (args.token === LAST_STATE ? { outputs: {} } : await base.call(args)),
        newResource: async (args) => {
            if (args.type !== REFERENCE) {
                return base.newResource(args);
            }
            const name = args.id ?? "";
            const outputs = stacks[name];
            if (outputs === undefined) {
                throw new Error(`unknown stack "${name}"`);
            }
            return { id: name, state: { name, outputs, secretOutputNames: [] } };
        },
    };
}
