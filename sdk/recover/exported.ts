import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Marks a secret in an exported state. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Properties of a resource, with what is secret in the open. */
export interface Inputs {
    [name: string]: unknown;
}

/** A resource of an exported state. */
export interface ExportedResource {
    urn: string;
    type: string;
    id?: string;
    inputs?: Inputs;
    parent?: string;
    /** URN and ID of its provider. */
    provider?: string;
}

/** What an update began and did not note the end of. */
export interface PendingOperation {
    /** `creating`, `updating`, `deleting`, `reading` or `importing`. */
    type: string;
    resource: ExportedResource;
}

/** The parts of a stack's exported state that say what a killed update left open. */
export interface Exported {
    stack: string;
    resources: ExportedResource[];
    pending: PendingOperation[];
}

/**
 * Exports a stack; without a name the selected one of the folder.
 * @throws Error in the words of the CLI.
 */
export async function exportStack(stackName: string | undefined): Promise<Exported> {
    const flags = stackName === undefined ? [] : ["--stack", stackName];
    const stack = stackName ?? (await pulumi(["stack", "--show-name"])).trim();
    const text = await pulumi(["stack", "export", "--show-secrets", ...flags]);
    const { deployment } = JSON.parse(text, opened) as { deployment?: Deployment };
    return {
        stack,
        resources: deployment?.resources ?? [],
        pending: deployment?.pending_operations ?? [],
    };
}

interface Deployment {
    resources?: ExportedResource[];
    pending_operations?: PendingOperation[];
}

async function pulumi(args: string[]): Promise<string> {
    try {
        const all = [...args, "--non-interactive", "--color", "never"];
        return (await run("pulumi", all, { maxBuffer: 2 ** 30 })).stdout;
    } catch (error) {
        const { code, stderr, message } = error as NodeJS.ErrnoException & { stderr?: string };
        const reason = stderr === undefined || stderr === "" ? message : stderr.trim();
        throw new Error(
            code === "ENOENT"
                ? "there is no pulumi on the PATH; install the Pulumi CLI"
                : reason.replace(/^error: /, ""),
            { cause: error },
        );
    }
}

/** A secret of the state as its value. */
function opened(_key: string, value: unknown): unknown {
    const secret = value as { [SIGNATURE]?: unknown; plaintext?: string } | null;
    return typeof secret === "object" &&
        secret?.[SIGNATURE] !== undefined &&
        secret.plaintext !== undefined
        ? JSON.parse(secret.plaintext)
        : value;
}
