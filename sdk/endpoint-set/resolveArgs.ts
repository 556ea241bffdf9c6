import { inputError } from "../checks/inputError";
import { EksEndpointSetArgs } from "./args";
import { checkArgs } from "./checkArgs";
import { applyDefaults, ResolvedArgs } from "./defaults";

/**
 * The arguments with their defaults, if everything in them that is known now is right.
 * @throws InputPropertiesError with every problem and its path.
 */
export function resolveArgs(name: string, args: EksEndpointSetArgs): ResolvedArgs {
    const problems = checkArgs(args);
    if (problems.length > 0) {
        throw inputError(`EksEndpointSet "${name}"`, problems);
    }
    return applyDefaults(args);
}
