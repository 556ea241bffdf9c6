import { ArgsRules, findArgsProblems } from "../checks/argsProblems";
import { inputError } from "../checks/inputError";
import { Problem } from "../domain/problem";
import { checkRegion } from "../domain/regions";
import { checkServices } from "../endpoint-set/checkServices";
import { checkShareConsumers } from "./checkShareConsumers";
import { checkSharePrincipals } from "./checkSharePrincipals";
import { checkHosts } from "./hosts";
import { EksEndpointShareArgs } from "./shareArgs";
import { REQUIRED_SHARE_ARGS, SHARE_ARGS_SHAPE } from "./shareArgsShape";
import { applyShareDefaults, ResolvedShare } from "./shareDefaults";

const RULES: ArgsRules<EksEndpointShareArgs, ResolvedShare> = {
    shape: SHARE_ARGS_SHAPE,
    required: REQUIRED_SHARE_ARGS,
    applyDefaults: applyShareDefaults,
    checks: [
        { reads: ["services"], check: checkServices },
        {
            reads: ["region"],
            check: ({ region }) => (region === undefined ? [] : checkRegion(region)),
        },
        { reads: ["services", "region"], check: checkKnownHosts },
        { reads: ["consumers", "method", "region"], check: checkShareConsumers },
        { reads: ["principals", "consumers", "method"], check: checkSharePrincipals },
    ],
};

/**
 * The arguments with their defaults, if everything in them that is known now is right.
 * @throws InputPropertiesError with every problem and its path.
 */
export function resolveShareArgs(name: string, args: EksEndpointShareArgs): ResolvedShare {
    const problems = checkShareArgs(args);
    if (problems.length > 0) {
        throw inputError(`EksEndpointShare "${name}"`, problems);
    }
    return applyShareDefaults(args);
}

/** Everything that is wrong with the arguments and known before anything is registered; whatever the value, it never throws. */
export function checkShareArgs(args: unknown): Problem[] {
    return findArgsProblems(args, RULES);
}

/** A region of no known form has been reported as such. */
function checkKnownHosts({ services, region }: ResolvedShare): Problem[] {
    return region !== undefined && checkRegion(region).length > 0
        ? []
        : checkHosts({ services, region });
}
