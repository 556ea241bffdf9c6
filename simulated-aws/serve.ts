import { serveProvider } from "./doors/grpc";
import { delayed } from "./world/delays";
import { fileStore } from "./world/store";

/** The provider plugin's process: the engine reads the port from its output. */
async function serve(): Promise<void> {
    const path = process.env.SIMULATED_AWS_WORLD;
    if (path === undefined || path === "") {
        throw new Error("SIMULATED_AWS_WORLD is not set; give it the path of the world's file");
    }
    const seed = Number(process.env.SIMULATED_AWS_DELAYS ?? 0);
    const store = fileStore(path);
    const { port } = await serveProvider(seed > 0 ? delayed(store, seed) : store);
    process.stdout.write(`${port}\n`);
}

serve().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
});
