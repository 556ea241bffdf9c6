import { Input } from "@pulumi/pulumi";
import { ArgsRules, findArgsProblems } from "../checks/argsProblems";
import { connectionShape } from "../checks/connection";
import { inputError } from "../checks/inputError";
import { flag, group, input, listOf, oneOf, present, required, tags, text } from "../checks/shape";
import { IpAddressType } from "../domain/addressing";
import { checkRegion } from "../domain/regions";
import { EksInboundDnsArgs, InboundDnsIngress } from "./args";
import { checkIngress } from "./checkIngress";
import { checkSubnetIds } from "./checkSubnetIds";

/** EksInboundDnsArgs with every default in its place. */
export interface ResolvedArgs {
    vpcId: Input<string>;
    subnetIds: Input<Input<string>[]>;
    connection: Input<unknown>;
    ingress: InboundDnsIngress;
    ipAddressType: IpAddressType;
    region?: Input<string>;
    verify: boolean;
    tags: Input<{ [key: string]: Input<string> }>;
}

const texts = input(listOf(input(text)));
const ingress = group({ cidrBlocks: texts, ipv6CidrBlocks: texts });

const RULES: ArgsRules<EksInboundDnsArgs, ResolvedArgs> = {
    shape: group({
        vpcId: input(text),
        subnetIds: texts,
        connection: connectionShape,
        ingress,
        ipAddressType: oneOf(IpAddressType),
        region: input(text),
        verify: flag,
        tags,
    }),
    required: {
        vpcId: required(input(text)),
        subnetIds: required(texts),
        connection: connectionShape,
        ingress: required(ingress),
    },
    applyDefaults,
    checks: [
        { reads: ["subnetIds"], check: ({ subnetIds }) => checkSubnetIds(subnetIds) },
        {
            reads: ["ingress", "ipAddressType"],
            check: (args) => checkIngress(args.ingress, args.ipAddressType),
        },
        {
            reads: ["region"],
            check: ({ region }) => (typeof region === "string" ? checkRegion(region) : []),
        },
    ],
};

/**
 * The arguments with their defaults, if everything in them that is known now is right.
 * @throws InputPropertiesError with every problem and its path.
 */
export function resolveArgs(name: string, args: EksInboundDnsArgs): ResolvedArgs {
    const problems = findArgsProblems(args, RULES);
    if (problems.length > 0) {
        throw inputError(`EksInboundDns "${name}"`, problems);
    }
    return applyDefaults(args);
}

function applyDefaults(args: EksInboundDnsArgs): ResolvedArgs {
    const given = present(args);
    return {
        ...given,
        ipAddressType: given.ipAddressType ?? IpAddressType.Ipv4,
        verify: given.verify ?? true,
        tags: given.tags ?? {},
    };
}
