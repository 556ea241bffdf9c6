import fc from "fast-check";

import {
    authorize,
    createWorld,
    type EndpointRequest,
    memoryStore,
    Provider,
    type World,
} from "../../simulated-aws/index";

/** Generated policies, and how many calls are put to each: the same in every run. */
export const SAMPLES = { numRuns: 500, seed: 20261127 };
const CALLS_EACH = 4;

const OURS = "111122223333";
const ALONE = "555566667777";
const STRANGER = "999988887777";
const VERSION = "2012-10-17";
const ORGANIZATION = "o-a1b2c3d4e5";
const PATH = `${ORGANIZATION}/r-ab12/ou-ab12-11111111/`;

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

/** What a caller may say of the request, or leave open. */
const OPEN: { [key: string]: string[][] } = {
    "aws:principaltag/team": [[], ["network"], ["Netball"]],
    "aws:principaltag/account": [[], [OURS], [STRANGER]],
    "aws:multifactorauthpresent": [[], ["true"], ["false"]],
    "aws:multifactorauthage": [[], ["30"], ["7200"]],
    "aws:tokenissuetime": [[], ["2026-01-01T00:00:00Z"], ["2026-12-31T00:00:00Z"]],
};

/** What is not known of an account that the world does not have. */
const OF_STRANGERS: { [key: string]: string[][] } = {
    "aws:principalorgid": [[], [ORGANIZATION], ["o-bbbbbbbbbb"]],
    "aws:principalorgpaths": [[], [PATH], ["o-bbbbbbbbbb/r-zz99/"]],
    "aws:resourceorgid": [[], [ORGANIZATION], ["o-bbbbbbbbbb"]],
};

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const list = <T>(values: fc.Arbitrary<T>) => fc.array(values, { minLength: 1, maxLength: 2 });

function condition(
    operators: string[],
    keys: string[],
    values: string[],
): fc.Arbitrary<{ [operator: string]: object }> {
    const suffixed = operators.flatMap((operator) => [operator, `${operator}IfExists`]);
    return fc
        .tuple(oneOf(...operators, ...suffixed), oneOf(...keys), list(oneOf(...values)))
        .map(([operator, key, wanted]) => ({ [operator]: { [key]: wanted } }));
}

/** Without `IfExists`: no source says what that makes of ForAnyValue where the key is missing. */
function setCondition(
    keys: string[],
    values: string[],
): fc.Arbitrary<{ [operator: string]: object }> {
    return fc
        .tuple(oneOf(...SETS), oneOf(...keys), list(oneOf(...values)))
        .map(([operator, key, wanted]) => ({ [operator]: { [key]: wanted } }));
}

const NAMES = ["Equals", "NotEquals", "EqualsIgnoreCase", "NotEqualsIgnoreCase", "Like", "NotLike"];
const STRINGS = NAMES.map((name) => `String${name}`);
const NUMBERS = [
    "Equals",
    "NotEquals",
    "LessThan",
    "LessThanEquals",
    "GreaterThan",
    "GreaterThanEquals",
];
const ARNS = ["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"];
const SETS = ["ForAllValues:", "ForAnyValue:"].flatMap((set) =>
    ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike"].map((name) => set + name),
);

const conditions = fc.oneof(
    condition(STRINGS, ["aws:PrincipalTag/team"], ["network", "net*", "NETBALL", "?etball"]),
    condition(
        STRINGS,
        ["aws:PrincipalOrgID", "aws:ResourceOrgID", "aws:principalorgid"],
        [ORGANIZATION, "o-*", "${aws:ResourceOrgID}", "${aws:PrincipalOrgID}"],
    ),
    condition(
        STRINGS,
        ["aws:PrincipalAccount", "aws:ResourceAccount", "aws:PrincipalTag/account"],
        [OURS, ALONE, "9*", "${aws:PrincipalAccount}", "${aws:PrincipalTag/account, 'none'}"],
    ),
    condition(STRINGS, ["aws:PrincipalType"], ["User", "assumedrole", "AssumedRole"]),
    condition(STRINGS, ["aws:RequestedRegion"], ["eu-west-1", "eu-*"]),
    condition(STRINGS, ["aws:SourceVpc", "aws:SourceVpce"], ["vpc-other", "vpc*", "vpce-*"]),
    condition(
        ARNS,
        ["aws:PrincipalArn"],
        [
            `arn:aws:iam::${OURS}:role/admin`,
            "arn:aws:iam::*:role/*",
            "arn:aws:iam::*:user/${aws:PrincipalTag/team}",
        ],
    ),
    condition(["StringLike", "StringNotLike"], ["aws:PrincipalArn"], ["*:role/adm?n", "arn:*"]),
    condition(
        NUMBERS.map((name) => `Numeric${name}`),
        ["aws:MultiFactorAuthAge"],
        ["30", "3600"],
    ),
    condition(
        NUMBERS.map((name) => `Date${name}`),
        ["aws:TokenIssueTime"],
        ["2026-06-01T00:00:00Z", "2026-01-01T00:00:00Z"],
    ),
    condition(["Bool"], ["aws:MultiFactorAuthPresent", "aws:SecureTransport"], ["true", "false"]),
    condition(
        ["IpAddress", "NotIpAddress"],
        ["aws:VpcSourceIp"],
        ["10.0.0.0/16", "10.0.0.7", "10.9.0.0/16"],
    ),
    condition(["IpAddress", "NotIpAddress"], ["aws:SourceIp"], ["10.0.0.0/8"]),
    setCondition(["aws:PrincipalOrgPaths"], [`${PATH}*`, "*/r-ab12/*", PATH]),
    fc
        .tuple(
            oneOf("aws:PrincipalTag/team", "aws:PrincipalOrgID", "aws:SourceIp", "aws:SourceVpc"),
            oneOf("true", "false"),
        )
        .map(([key, value]) => ({ Null: { [key]: value } })),
);

const principals = oneOf<object>(
    { Principal: "*" },
    { Principal: "*" },
    { Principal: { AWS: "*" } },
    { Principal: { AWS: OURS } },
    { Principal: { AWS: [`arn:aws:iam::${ALONE}:root`, `arn:aws:iam::${STRANGER}:root`] } },
    { Principal: { AWS: `arn:aws:iam::${OURS}:role/admin` } },
    { Principal: { AWS: [`arn:aws:iam::${OURS}:user/ann`, ALONE] } },
    { Principal: { Service: "eks.amazonaws.com" } },
    { NotPrincipal: { AWS: OURS } },
);
const actions = oneOf<object>(
    { Action: "*" },
    { Action: "eks:*" },
    { Action: ["EKS:describe*", "eks:List*"] },
    { Action: "eks:?escribeCluster" },
    { NotAction: "eks:*Cluster" },
    { NotAction: ["eks:List*", "sts:*"] },
);
const resources = oneOf<object>(
    { Resource: "*" },
    { Resource: "*" },
    { Resource: `arn:aws:eks:*:${OURS}:cluster/*` },
    {
        Resource: [
            "arn:aws:eks:eu-west-1:*:cluster/${aws:PrincipalTag/team}",
            "arn:aws:eks:*:*:nodegroup/*",
        ],
    },
    { Resource: "arn:aws:eks:*:*:cluster/prod-?" },
    { NotResource: ["arn:aws:eks:*:*:cluster/prod-*"] },
);
const statement = (Effect: string) =>
    fc
        .tuple(principals, actions, resources, fc.array(conditions, { maxLength: 2 }))
        .map(([principal, action, resource, all]) => ({
            Effect,
            ...principal,
            ...action,
            ...resource,
            ...(all.length === 0 ? {} : { Condition: Object.assign({}, ...all) as object }),
        }));
const policies = fc
    .tuple(
        oneOf(VERSION, VERSION, VERSION, "2008-10-17"),
        fc.array(statement("Allow"), { minLength: 1, maxLength: 3 }),
        fc.array(statement("Deny"), { maxLength: 2 }),
    )
    .map(([Version, allows, denies]) => ({ Version, Statement: [...allows, ...denies] }))
    // The evaluator fills in variables of the older version too, which IAM takes for plain text.
    .filter(
        ({ Version, Statement }) => Version === VERSION || !JSON.stringify(Statement).includes('${'),
    );

const calls = fc.record({
    account: oneOf(OURS, OURS, ALONE, STRANGER),
    caller: oneOf("role/admin", "role/network", "user/ann", "session"),
    action: oneOf("eks:DescribeCluster", "eks:ListClusters", "eks:DeleteCluster"),
    cluster: oneOf("prod-1", "network", "x"),
    isOfOthers: fc.boolean(),
    address: oneOf("10.0.0.7", "10.0.1.7"),
    /** Values of what the caller says; undefined leaves it open. */
    said: fc.record(
        Object.fromEntries(
            Object.entries(OPEN).map(([key, values]) => [key, oneOf(undefined, ...values)]),
        ),
    ),
});
type Call = typeof calls extends fc.Arbitrary<infer T> ? T : never;

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
