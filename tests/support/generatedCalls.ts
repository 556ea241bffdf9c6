import fc from "fast-check";

/** Accounts: of the organisation, of none, and one that the world does not have. */
export const OURS = "111122223333";
export const ALONE = "555566667777";
const STRANGER = "999988887777";
const VERSION = "2012-10-17";
export const ORGANIZATION = "o-a1b2c3d4e5";
export const PATH = `${ORGANIZATION}/r-ab12/ou-ab12-11111111/`;

/** What a caller may say of the request, or leave open. */
export const OPEN: { [key: string]: string[][] } = {
    "aws:principaltag/team": [[], ["network"], ["Netball"]],
    "aws:principaltag/account": [[], [OURS], [STRANGER]],
    "aws:multifactorauthpresent": [[], ["true"], ["false"]],
    "aws:multifactorauthage": [[], ["30"], ["7200"]],
    "aws:tokenissuetime": [[], ["2026-01-01T00:00:00Z"], ["2026-12-31T00:00:00Z"]],
};

/** What is not known of an account that the world does not have. */
export const OF_STRANGERS: { [key: string]: string[][] } = {
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
/** Policies of up to three statements that allow and two that deny. */
export const policies = fc
    .tuple(
        oneOf(VERSION, VERSION, VERSION, "2008-10-17"),
        fc.array(statement("Allow"), { minLength: 1, maxLength: 3 }),
        fc.array(statement("Deny"), { maxLength: 2 }),
    )
    .map(([Version, allows, denies]) => ({ Version, Statement: [...allows, ...denies] }))
    // The evaluator fills in variables of the older version too, which IAM takes for plain text.
    .filter(
        ({ Version, Statement }) =>
            Version === VERSION || !JSON.stringify(Statement).includes("${"),
    );

/** Calls of principals that the world has or does not have, and what they say of the request. */
export const calls = fc.record({
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
export type Call = typeof calls extends fc.Arbitrary<infer T> ? T : never;
