import fc from "fast-check";

import {
    authorize,
    createWorld,
    type EndpointRequest,
    memoryStore,
    Provider,
    type World,
} from "../../simulated-aws/index";
import {
    ALONE,
    type Call,
    calls,
    OF_STRANGERS,
    OPEN,
    ORGANIZATION,
    OURS,
    PATH,
    policies,
} from "./generatedCalls";

/** Generated policies, and how many calls are put to each: the same in every run. */
export const SAMPLES = { numRuns: 500, seed: 20261127 };
const CALLS_EACH = 4;

/** Values by key, lower-case; the key is not in the request where there are none. */
export interface FullContext {
    [key: string]: string[];
}

/** A policy, a call, what the simulated AWS answers, and every request that the call may turn out to be. */
export interface AskedCall {
    document: object;
    request: EndpointRequest;
    answer: { allowed: boolean; undecided?: string[] };
    /** Contexts of the whole request: one where all is known; the first has none of what is not known. */
    contexts: FullContext[];
}

/** A world with one endpoint, whose policy is replaced before each call. */
async function endpointWorld(): Promise<{ world: World; vpcId: string; endpointId: string }> {
    const world = createWorld({
        accounts: {
            [OURS]: { organizationId: ORGANIZATION, organizationPath: PATH },
            [ALONE]: {},
        },
    });
    const config = { account: OURS, region: "eu-west-1", defaultTags: {} };
    const provider = new Provider(memoryStore(world), config);
    const vpc = await provider.create("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }, false);
    const endpoint = await provider.create(
        "aws:ec2/vpcEndpoint:VpcEndpoint",
        {
            vpcId: vpc.id,
            serviceName: "com.amazonaws.eu-west-1.eks",
            vpcEndpointType: "Interface",
        },
        false,
    );
    return { world, vpcId: vpc.id, endpointId: endpoint.id };
}

/** Puts generated calls to generated policies. */
export async function askCalls(): Promise<AskedCall[]> {
    const { world, vpcId, endpointId } = await endpointWorld();
    const asked = fc.sample(calls, { ...SAMPLES, numRuns: SAMPLES.numRuns * CALLS_EACH });
    return fc.sample(policies, SAMPLES).flatMap((document, i) => {
        const endpoint = world.objects.endpoints[endpointId];
        if (endpoint !== undefined) {
            world.objects.endpoints[endpointId] = { ...endpoint, policy: JSON.stringify(document) };
        }
        return asked.slice(i * CALLS_EACH, (i + 1) * CALLS_EACH).map((call) => {
            const request = requestOf(call);
            const known = knownOf(call, request, { vpcId, endpointId });
            const answer = authorize(world, endpointId, request);
            return { document, request, answer, contexts: contextsOf(call, known, document) };
        });
    });
}

function requestOf({ account, caller, action, cluster, isOfOthers, address, said }: Call) {
    const owner = isOfOthers ? OURS : account;
    const isList = action === "eks:ListClusters";
    return {
        principalArn:
            caller === "session"
                ? `arn:aws:sts::${account}:assumed-role/admin/i-0abc`
                : `arn:aws:iam::${account}:${caller}`,
        action,
        resourceArn: isList ? "*" : `arn:aws:eks:eu-west-1:${owner}:cluster/${cluster}`,
        sourceIp: address,
        context: Object.fromEntries(
            Object.entries(said).flatMap(([key, values]) =>
                values === undefined ? [] : [[key, values.length === 0 ? undefined : values]],
            ),
        ),
    };
}

/** The part of the request that is certain, put together apart from the model. */
function knownOf(
    { account, caller, action, isOfOthers, address, said }: Call,
    { principalArn }: { principalArn: string },
    { vpcId, endpointId }: { vpcId: string; endpointId: string },
): FullContext {
    const owner = isOfOthers && action !== "eks:ListClusters" ? OURS : account;
    const ofOrganization = (who: string, value: string) =>
        who === OURS ? [value] : who === ALONE ? [] : undefined;
    const certain: { [key: string]: string[] | undefined } = {
        "aws:principalaccount": [account],
        "aws:principalarn": [
            caller === "session" ? `arn:aws:iam::${account}:role/admin` : principalArn,
        ],
        "aws:principaltype": [caller.startsWith("user") ? "User" : "AssumedRole"],
        "aws:principalorgid": ofOrganization(account, ORGANIZATION),
        "aws:principalorgpaths": ofOrganization(account, PATH),
        "aws:resourceorgid": ofOrganization(owner, ORGANIZATION),
        "aws:resourceaccount": [owner],
        "aws:principalisawsservice": ["false"],
        "aws:securetransport": ["true"],
        "aws:sourcevpc": [vpcId],
        "aws:sourcevpce": [endpointId],
        "aws:vpcsourceip": [address],
        "aws:requestedregion": ["eu-west-1"],
        ...said,
    };
    return Object.fromEntries(
        Object.entries(certain).filter(([, values]) => values !== undefined),
    ) as FullContext;
}

/** Every way in which what is open may turn out, of what the policy speaks of; the first is that the request has none of it. */
function contextsOf(call: Call, known: FullContext, document: object): FullContext[] {
    const text = JSON.stringify(document).toLowerCase();
    const open = Object.entries({ ...OPEN, ...OF_STRANGERS }).filter(
        ([key]) => !(key in known) && text.includes(key),
    );
    return open.reduce<FullContext[]>(
        (all, [key, values]) =>
            values.flatMap((value) => all.map((context) => ({ ...context, [key]: value }))),
        [known],
    );
}
