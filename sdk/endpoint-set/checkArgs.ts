import { ArgsRules, findArgsProblems } from "../checks/argsProblems";
import { checkAddressing } from "../domain/addressing";
import { Problem } from "../domain/problem";
import { checkRegion } from "../domain/regions";
import { EksEndpointSetArgs, SubnetSelection } from "./args";
import { ARGS_SHAPE, REQUIRED_ARGS } from "./argsShape";
import { checkPerimeterArgs, checkServicePolicies } from "./checkEndpointPolicies";
import { checkFlowLogs } from "./checkFlowLogs";
import { checkClients } from "./checkIngress";
import { checkServiceNames, checkServices } from "./checkServices";
import { knownItems, repeated } from "./knownItems";
import { applyDefaults, ResolvedArgs } from "./defaults";

const CHECKS: ArgsRules<EksEndpointSetArgs, ResolvedArgs>["checks"] = [
    { reads: ["services"], check: checkServices },
    { reads: ["subnetIds"], check: checkSubnetIds },
    {
        reads: ["ipAddressType", "dnsRecordIpType"],
        check: (args) => checkAddressing(args.ipAddressType, args.dnsRecordIpType),
    },
    { reads: ["subnetSelection", "verify", "region"], check: checkSelection },
    { reads: ["endpointPolicy"], check: checkPerimeterArgs },
    { reads: ["endpointPolicy", "policyDocuments", "services"], check: checkServicePolicies },
    {
        reads: ["ingress", "securityGroupIds", "ipAddressType", "verify"],
        check: checkClients,
    },
    { reads: ["flowLogs"], check: ({ flowLogs }) => checkFlowLogs(flowLogs) },
    { reads: ["serviceNames", "services"], check: checkServiceNames },
    {
        reads: ["region"],
        check: ({ region }) => (typeof region === "string" ? checkRegion(region) : []),
    },
];

/** Everything that is wrong with the arguments and known before anything is registered; whatever the value, it never throws. */
export function checkArgs(args: unknown): Problem[] {
    return findArgsProblems(args, {
        shape: ARGS_SHAPE,
        required: REQUIRED_ARGS,
        applyDefaults,
        checks: CHECKS,
    });
}

function checkSubnetIds({ subnetIds }: ResolvedArgs): Problem[] {
    if (Array.isArray(subnetIds) && subnetIds.length === 0) {
        return [
            {
                path: "subnetIds",
                reason: "is empty; give one subnet per zone, two zones or more to survive the loss of one",
            },
        ];
    }
    const known = knownItems(subnetIds);
    return repeated(known.map(({ value }) => value)).map(({ index, value }) => ({
        path: `subnetIds[${known[index]?.index}]`,
        reason: `${value} is there twice; an endpoint has one network interface a subnet, so name it once`,
    }));
}

function checkSelection({ subnetSelection, verify, region }: ResolvedArgs): Problem[] {
    if (subnetSelection !== SubnetSelection.SupportedZones || (verify && region === undefined)) {
        return [];
    }
    const cause = verify ? "with region they are not looked up" : "verify is false";
    return [
        {
            path: "subnetSelection",
            reason:
                `"${subnetSelection}" needs to know which zones the services serve, but ${cause}; ` +
                `use "${SubnetSelection.Exact}" and give only subnets of served zones`,
        },
    ];
}
