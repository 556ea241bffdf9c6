import { type Example, exampleProgram, EXAMPLES } from "../examples";
import { type Row, SHARE_DESTROYED } from "../row";
import type { Program } from "../runStack";
import type { Ground } from "../scene";

/** What the examples do as they stand. */
export const EXAMPLE_ROWS: Row[] = EXAMPLES.flatMap(ofExample);

/** The first update of an example, and its destruction. */
function ofExample(example: Example): Row[] {
    const { name, stack, needs } = example;
    const prepare = async (scene: Ground): Promise<void> => {
        if (needs !== undefined) {
            await scene.up(needs.stack, exampleProgram(needs, scene));
        }
    };
    const program = (scene: Ground): Program => exampleProgram(example, scene);
    return [
        { title: `example ${name}: first up`, stack, prepare, program },
        {
            title: `example ${name}: destroy`,
            ...(name === "hub" ? SHARE_DESTROYED : {}),
            stack,
            prepare: async (scene) => {
                await prepare(scene);
                await scene.up(stack, program(scene));
            },
            program: () => undefined,
        },
    ];
}
