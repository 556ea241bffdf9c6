import { AWSX as AWSX_PLUGIN } from "../../../tests/engine/plugins";
import { type Recorded, recordExample, replay } from "../recorded";
import type { Row } from "../row";
import type { Program } from "../runStack";

let recording: Promise<Recorded[] | { missing: string }> | undefined;

/** The network of awsx is made by a plugin, so an engine has to run the example once, and says what waits for what. */
function record(): Promise<Recorded[] | { missing: string }> {
    recording ??= recordExample("awsx-vpc", AWSX_PLUGIN);
    return recording;
}

async function findMissing(): Promise<string | undefined> {
    const recorded = await record();
    return "missing" in recorded ? recorded.missing : undefined;
}

async function program(): Promise<Program> {
    const recorded = await record();
    if ("missing" in recorded) {
        throw new Error(recorded.missing);
    }
    return replay(recorded);
}

/** What the example with a network of awsx does. */
export const AWSX: Row[] = [
    {
        title: "example awsx-vpc: first up",
        stack: "hub",
        findMissing,
        prepare: () => Promise.resolve(),
        program,
    },
    {
        title: "example awsx-vpc: destroy",
        stack: "hub",
        findMissing,
        prepare: async (scene) => scene.up("hub", await program()),
        program: () => undefined,
    },
];
