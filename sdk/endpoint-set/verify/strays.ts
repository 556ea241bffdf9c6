import { type Checked, derive, together, unchecked } from "../../checks/checked";
import { conclude } from "../../checks/conclude";
import { adoptCommand } from "../../component/adoption";
import { OWN_TAG } from "../../component/ownTag";
import type { ChildScope } from "../../component/scope";
import { FlowLogDestination } from "../../domain/flowLogs";
import { findHostNames } from "../../domain/hostNames";
import { type Problem, problem } from "../../domain/problem";
import { serviceFacts } from "../../domain/services";
import type { CallerInfo } from "../../lookups/caller";
import { type Answer, isSeveral } from "../../lookups/lookup";
import { knows, type LastState, lookLastState } from "../../lookups/ownStack";
import {
    lookVpcEndpoint,
    type VpcEndpointInfo,
    type VpcEndpointQuestion,
} from "../../lookups/vpcEndpoint";
import { checkLostChildren, hasChild, type TaggedChild } from "../../verify/strays";
import type { ResolvedArgs } from "../defaults";
import { childNames } from "../names";
import { sayBetweenEndpoints } from "./privateDns";
import type { VerifiedService } from "./services";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** Passes when AWS has no endpoint in the VPC that the stack does not know and that is in the way, or lost. */
export function verifyStrays(
    args: ResolvedArgs,
    services: Checked<VerifiedService[]>,
    caller: Checked<CallerInfo>,
    scope: ChildScope,
): Checked<void> {
    if (!args.verify) {
        return unchecked(undefined);
    }
    const state = lookLastState();
    const known = together(services, caller, unchecked(args.vpcId), scope.place);
    return derive(known, async ([verified, place, vpcId, region]) => {
        const last = await state;
        if (last.kind !== "found") {
            return;
        }
        const problems = await Promise.all([
            ...verified.map(({ service, serviceName }, i) =>
                checkEndpoint(
                    {
                        path: `services[${i}]`,
                        service,
                        hosts: findHostNames(service, place.region),
                        vpcId,
                        serviceName,
                        region,
                    },
                    args,
                    last.found,
                    scope,
                ),
            ),
            checkLostChildren(taggedChildren(args, scope.name), last.found, scope),
        ]);
        await conclude(problems.flat());
    });
}

interface Place extends VpcEndpointQuestion {
    path: string;
    service: VerifiedService["service"];
    hosts: string[];
}

async function checkEndpoint(
    { path, service, hosts, ...question }: Place,
    args: ResolvedArgs,
    last: LastState,
    scope: ChildScope,
): Promise<Problem[]> {
    const child = { type: ENDPOINT, child: childNames.endpoint(scope.name, service) };
    if (await hasChild(last, child, scope)) {
        return [];
    }
    const answer = await lookOwnOrOnly(question, scope);
    if (answer.kind !== "found" || knows(last, answer.found.endpointId)) {
        return [];
    }
    const { endpointId, tags, privateDnsEnabled } = answer.found;
    const owner = tags[OWN_TAG];
    const takesName = args.privateDnsEnabled && serviceFacts(service).hasPrivateDns;
    const isOwn = owner === scope.owner;
    if (!isOwn && !(privateDnsEnabled && takesName)) {
        return [];
    }
    const command = await adoptCommand([{ ...child, id: endpointId }], scope, last);
    const remove = `aws ec2 delete-vpc-endpoints --vpc-endpoint-ids ${endpointId}`;
    const start = `VPC ${question.vpcId} has an endpoint for ${service} already, ${endpointId}`;
    const oneName = "and AWS allows one with private DNS for a name in a VPC";
    const reason = isOwn
        ? `${start}, which this stack made earlier and does not have in its state; delete it (${remove}) or adopt it:${command}`
        : owner === undefined
          ? `${start}, which this stack does not know, ${oneName}; set privateDnsEnabled: false, delete it (${remove}) or adopt it:${command}`
          : `${start}, of ${owner}, ${oneName}; set privateDnsEnabled: false here, or take ${service} out of that one first: ` +
            sayBetweenEndpoints(hosts, question.vpcId);
    return problem(path, reason);
}

/** With several endpoints of a service, the set's own one is what counts: which of the others has the name, AWS does not say. */
async function lookOwnOrOnly(
    question: VpcEndpointQuestion,
    scope: ChildScope,
): Promise<Answer<VpcEndpointInfo>> {
    const answer = await lookVpcEndpoint(question, scope);
    const tags = { [OWN_TAG]: scope.owner };
    return isSeveral(answer) ? lookVpcEndpoint({ ...question, tags }, scope) : answer;
}

/** The children that can be found by their tag, beside the endpoints. */
function taggedChildren({ flowLogs, securityGroupIds }: ResolvedArgs, name: string): TaggedChild[] {
    const hasLog = flowLogs.enabled && flowLogs.existingFlowLogId === undefined;
    const toGroup = flowLogs.destination === FlowLogDestination.CloudWatchLogs;
    const own = flowLogs.destinationArn === undefined;
    const all: [boolean, string, string, string][] = [
        [
            securityGroupIds === undefined,
            "aws:ec2/securityGroup:SecurityGroup",
            childNames.securityGroup(name),
            "the security group",
        ],
        [hasLog, "aws:ec2/flowLog:FlowLog", childNames.flowLog(name), "the flow log"],
        [
            hasLog && toGroup && own,
            "aws:cloudwatch/logGroup:LogGroup",
            childNames.flowLogGroup(name),
            "the log group",
        ],
        [hasLog && toGroup, "aws:iam/role:Role", childNames.flowLogRole(name), "the role"],
        [
            hasLog && !toGroup && own,
            "aws:s3/bucket:Bucket",
            childNames.flowLogBucket(name),
            "the bucket",
        ],
    ];
    return all.flatMap(([isWanted, type, child, what]) => (isWanted ? { type, child, what } : []));
}
