import { Properties } from "./values";

const inputs = new Map<string, Properties>();

/**
 * Remembers what the program gives for a resource. The engine shows inputs one resource at a time and to resource
 * policies only, and starts a process for each preview and each update; what it shows last counts.
 */
export function rememberInputs({ urn, props }: { urn: string; props: Properties }): void {
    inputs.set(urn, props);
}

/** The inputs of a resource; undefined where the engine has not shown them, as for a resource outside `--target`. */
export function findInputs(urn: string): Properties | undefined {
    return inputs.get(urn);
}
