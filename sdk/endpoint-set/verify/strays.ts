import { type Checked, derive, together, unchecked } from "../../checks/checked";
import { conclude } from "../../checks/conclude";
import { withoutSecrets } from "../../checks/secrets";
import { adoptCommand } from "../../component/adoption";
import { OWN_TAG } from "../../component/ownTag";
import type { ChildScope } from "../../component/scope";
import { FlowLogDestination } from "../../domain/flowLogs";
import { findHostNames } from "../../domain/hostNames";
import { type Problem, problem } from "../../domain/problem";
import { serviceFacts } from "../../domain/services";
import type { CallerInfo } from "../../lookups/caller";
import { type Answer, isSeveral, uncertainOnce } from "../../lookups/lookup";
import { knows, type LastState, lookLastState } from "../../lookups/ownStack";
import {
    lookVpcEndpoint,
    type VpcEndpointInfo,
    type VpcEndpointQuestion,
} from "../../lookups/vpcEndpoint";
import {
    checkLostChildren,
    type Child,
    hasChild,
    type TaggedChild,
    UNCLEAR_ENDPOINTS,
} from "../../verify/strays";
import type { ResolvedArgs } from "../defaults";
import { childNames } from "../names";
import { sayBetweenEndpoints } from "./privateDns";
import type { VerifiedService } from "./services";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** Passes when AWS has no endpoint in the VPC that the stack does not know and that is in the way, or lost. */
export function verifyStrays(
    args: ResolvedArgs,
    known: Checked<[VerifiedService[], CallerInfo, vpcId: string]>,
    scope: ChildScope,
): Checked<void> {
    if (!args.verify) {
        return unchecked(undefined);
    }
    const state = lookLastState();
    return derive(together(known, scope.place), async ([[services, place, vpcId], region]) => {
        const last = await state;
        if (last.kind !== "found") {
            return;
        }
        const places = services.map(({ service, serviceName }, i) => ({
            path: `services[${i}]`,
            service,
            hosts: findHostNames(service, place.region),
            takesName: args.privateDnsEnabled && serviceFacts(service).hasPrivateDns,
            child: { type: ENDPOINT, child: childNames.endpoint(scope.name, service) },
            question: { vpcId, serviceName, region },
        }));
        const answers = await Promise.all(
            places.map((each) => lookEndpoint(each, last.found, scope)),
        );
        const problems = await Promise.all([
            ...places.map((each, i) => checkEndpoint(each, answers[i], last.found, scope)),
            checkLostChildren(taggedChildren(args, scope.name), last.found, scope),
        ]);
        const unclear = uncertainOnce("services", answers, UNCLEAR_ENDPOINTS);
        await conclude(await withoutSecrets([...problems.flat(), ...unclear], args.vpcId));
    });
}

/** Where an endpoint is to be. */
interface Place {
    path: string;
    service: VerifiedService["service"];
    hosts: string[];
    /** Whether it is to have private DNS. */
    takesName: boolean;
    child: Child;
    question: VpcEndpointQuestion;
}

async function checkEndpoint(
    { path, service, hosts, takesName, child, question }: Place,
    answer: Answer<VpcEndpointInfo> | undefined,
    last: LastState,
    scope: ChildScope,
): Promise<Problem[]> {
    if (answer?.kind !== "found" || knows(last, answer.found.endpointId)) {
        return [];
    }
    const { endpointId, tags, privateDnsEnabled } = answer.found;
    const owner = tags[OWN_TAG];
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

/**
 * Asks for an endpoint that the stack does not have; of several the set's own one is what counts. Which of the others has the
 * name, AWS does not say.
 */
async function lookEndpoint(
    { child, question, takesName }: Place,
    last: LastState,
    scope: ChildScope,
): Promise<Answer<VpcEndpointInfo> | undefined> {
    if (await hasChild(last, child, scope)) {
        return undefined;
    }
    const answer = await lookVpcEndpoint(question, scope);
    if (!isSeveral(answer)) {
        return answer;
    }
    const own = await lookVpcEndpoint({ ...question, tags: { [OWN_TAG]: scope.owner } }, scope);
    return own.kind === "found" || !takesName ? own : answer;
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
