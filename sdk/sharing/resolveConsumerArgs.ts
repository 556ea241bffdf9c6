import { Input } from "@pulumi/pulumi";
import { ArgsRules, findArgsProblems } from "../checks/argsProblems";
import { connectionShape } from "../checks/connection";
import { inputError } from "../checks/inputError";
import { flag, group, input, listOf, oneOf, required, tags, text } from "../checks/shape";
import { checkRegion } from "../domain/regions";
import { DEFAULT_SERVICES, EksService } from "../domain/services";
import { checkServices } from "../endpoint-set/checkServices";
import { EksEndpointConsumerArgs } from "./consumerArgs";
import { checkHosts } from "./hosts";
import { ShareMethod } from "./shareArgs";

/** EksEndpointConsumerArgs with every default in its place. */
export interface ResolvedConsumerArgs {
    connection: Input<unknown>;
    vpcId: Input<string>;
    services: EksService[];
    method: ShareMethod;
    region?: string;
    verify: boolean;
    tags: Input<{ [key: string]: Input<string> }>;
}

const RULES: ArgsRules<EksEndpointConsumerArgs, ResolvedConsumerArgs> = {
    shape: group({
        connection: connectionShape,
        vpcId: input(text),
        services: listOf(oneOf(EksService)),
        method: oneOf(ShareMethod),
        region: text,
        verify: flag,
        tags,
    }),
    required: { connection: connectionShape, vpcId: required(input(text)) },
    applyDefaults,
    checks: [
        { reads: ["services"], check: checkServices },
        {
            reads: ["region"],
            check: ({ region }) => (region === undefined ? [] : checkRegion(region)),
        },
        { reads: ["services", "region"], check: checkHosts },
    ],
};

/**
 * The arguments with their defaults, if everything in them that is known now is right.
 * @throws InputPropertiesError with every problem and its path.
 */
export function resolveConsumerArgs(
    name: string,
    args: EksEndpointConsumerArgs,
): ResolvedConsumerArgs {
    const problems = findArgsProblems(args, RULES);
    if (problems.length > 0) {
        throw inputError(`EksEndpointConsumer "${name}"`, problems);
    }
    return applyDefaults(args);
}

/** Other languages send null for what was not given. */
function applyDefaults(args: EksEndpointConsumerArgs): ResolvedConsumerArgs {
    return {
        connection: args.connection as Input<unknown>,
        vpcId: args.vpcId,
        services: args.services ?? DEFAULT_SERVICES,
        method: args.method ?? ShareMethod.HostedZones,
        region: args.region ?? undefined,
        verify: args.verify ?? true,
        tags: args.tags ?? {},
    };
}
