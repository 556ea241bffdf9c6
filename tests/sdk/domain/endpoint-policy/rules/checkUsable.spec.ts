import assert from "node:assert/strict";

import {
    checkPolicy,
    findOwnRequest,
    type PolicyStatement,
    renderPolicy,
    TooComplicatedError,
} from "../../../../../sdk/domain/endpoint-policy";
import type { EksService } from "../../../../../sdk/domain/services";
import { ACCOUNT, allow, allowIf, deny, denyIf, ORGANIZATION, policy } from "../policies";

const OTHER_ACCOUNT = "444455556666";
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/deployers/*`;
const IN_ORGANIZATION = { StringEquals: { "aws:PrincipalOrgID": [ORGANIZATION] } };

function problemsOf(service: EksService, statements: PolicyStatement[]): string[] {
    const text = renderPolicy(policy(...statements));
    return checkPolicy(text, service).map(({ path, reason }) => `${path}: ${reason}`);
}

/** Policies that let nobody through, as `checkPolicy` reports them. */
const DEADLOCKS: {
    title: string;
    service?: EksService;
    statements: PolicyStatement[];
    problems: string[];
}[] = [
    {
        title: "an Allow for public addresses",
        statements: [
            allowIf({ ...IN_ORGANIZATION, IpAddress: { "aws:SourceIp": ["10.0.0.0/16"] } }),
        ],
        problems: [
            "Statement[0].Condition.IpAddress.aws:SourceIp: requests through an endpoint do not carry aws:SourceIp, " +
                "so this lets nobody through; compare aws:VpcSourceIp",
        ],
    },
    {
        title: "a Deny for all but public addresses",
        statements: [
            allowIf(IN_ORGANIZATION),
            denyIf({ NotIpAddress: { "aws:sourceip": ["203.0.113.0/24"] } }),
        ],
        problems: [
            "Statement[1].Condition.NotIpAddress.aws:sourceip: requests through an endpoint do not carry aws:SourceIp, " +
                "so this Deny applies to all of them and nobody gets through; compare aws:VpcSourceIp",
        ],
    },
    {
        title: "an Allow for the account of a service's resource",
        statements: [allowIf({ StringEquals: { "aws:SourceAccount": [ACCOUNT] } })],
        problems: [
            "Statement[0].Condition.StringEquals.aws:SourceAccount: requests through an endpoint do not carry " +
                "aws:SourceAccount, so this lets nobody through; compare aws:PrincipalAccount",
        ],
    },
    {
        title: "an Allow for a session",
        statements: [allowIf({ ArnLike: { "aws:PrincipalArn": [SESSION] } })],
        problems: [
            `Statement[0].Condition.ArnLike.aws:PrincipalArn: "${SESSION}" is the ARN of a session, and for a session ` +
                "aws:PrincipalArn holds the ARN of its role, so this lets nobody through; " +
                `write "arn:aws:iam::${ACCOUNT}:role/deployers"`,
        ],
    },
    {
        title: "a Deny for all but a session",
        statements: [allow(), denyIf({ ArnNotLike: { "aws:PrincipalArn": [SESSION] } })],
        problems: [
            `Statement[1].Condition.ArnNotLike.aws:PrincipalArn: "${SESSION}" is the ARN of a session, and for a session ` +
                "aws:PrincipalArn holds the ARN of its role, so this Deny applies to all of them and nobody gets through; " +
                `write "arn:aws:iam::${ACCOUNT}:role/deployers"`,
        ],
    },
    {
        title: "another service as principal",
        statements: [allow({ Principal: { Service: ["eks.amazonaws.com"] } })],
        problems: [
            "Statement[0].Principal: names no principal of an account, and requests of AWS services and of identity " +
                "providers' users do not come through an endpoint, so this lets nobody through; " +
                'write "*", or accounts, users and roles',
        ],
    },
    {
        title: "a value that a key never has",
        statements: [allowIf({ StringEquals: { "aws:PrincipalOrgID": ["r-ab12"] } })],
        problems: [
            "Statement[0].Condition.StringEquals.aws:PrincipalOrgID: no request through the endpoint has such a value of " +
                "aws:PrincipalOrgID, so this lets nobody through; correct the value, or remove the condition",
        ],
    },
    {
        title: "an endpoint where a VPC is asked for",
        statements: [allow(), denyIf({ StringNotEquals: { "aws:SourceVpc": ["vpce-0a0a0a0a"] } })],
        problems: [
            "Statement[1]: denies everything that is allowed, so nobody gets through; " +
                "narrow it with a condition, or remove it",
        ],
    },
    {
        title: "a VPC where an endpoint is asked for",
        statements: [allowIf({ StringEquals: { "aws:SourceVpce": ["vpc-0a0a0a0a"] } })],
        problems: [
            "Statement[0].Condition.StringEquals.aws:SourceVpce: no request through the endpoint has such a value of " +
                "aws:SourceVpce, so this lets nobody through; correct the value, or remove the condition",
        ],
    },
    {
        title: "an ARN of a type that the actions are not for",
        statements: [
            allow({
                Action: ["eks:DescribeCluster"],
                Resource: [`arn:aws:eks:*:${ACCOUNT}:nodegroup/*`],
            }),
        ],
        problems: [
            "Statement[0].Resource: leaves no resource that the actions of the statement are for, so this lets nobody through; " +
                'write "*", or ARNs of the type that they are for',
        ],
    },
    {
        title: "every action left out",
        statements: [allow({ Action: undefined, NotAction: ["*"] })],
        problems: [
            "Statement[0].NotAction: leaves no action of eks, so this lets nobody through; name those to allow in Action",
        ],
    },
    {
        title: "conditions that exclude each other",
        statements: [
            allow({
                Principal: { AWS: [ACCOUNT] },
                Condition: { StringEquals: { "aws:PrincipalAccount": [OTHER_ACCOUNT] } },
            }),
        ],
        problems: [
            "Statement[0]: asks for what excludes each other, so it lets nobody through; " +
                "remove a condition, or make a statement of its own of it",
        ],
    },
    {
        title: "everything denied again",
        statements: [allowIf(IN_ORGANIZATION), allow(), deny()],
        problems: [
            "Statement[2]: denies everything that is allowed, so nobody gets through; " +
                "narrow it with a condition, or remove it",
        ],
    },
    {
        title: "everything denied by several statements together",
        statements: [
            allow(),
            denyIf(IN_ORGANIZATION),
            denyIf({ StringNotEquals: { "aws:PrincipalOrgID": [ORGANIZATION] } }),
        ],
        problems: [
            "Statement: the Deny statements together leave nothing of what is allowed, so nobody gets through; narrow one of them",
        ],
    },
    {
        title: "the only action of EKS Auth denied",
        service: "eks-auth",
        statements: [allow({ Action: ["eks-auth:*"] }), deny({ Action: ["eks-auth:Assume*"] })],
        problems: [
            "Statement[1]: denies everything that is allowed, so nobody gets through; " +
                "narrow it with a condition, or remove it",
        ],
    },
    {
        title: "actions of another service for EKS Auth, which is said once",
        service: "eks-auth",
        statements: [allow({ Action: ["eks:*"] })],
        problems: [
            'Statement[0].Action: "eks:*" is an action of another service, and the endpoint of eks-auth carries only those ' +
                "of eks-auth, so this lets nobody through; write actions of eks-auth, such as eks-auth:AssumeRoleForPodIdentity",
        ],
    },
];

/** Policies that look as if they could let nobody through, and do. */
const USABLE: { title: string; statements: PolicyStatement[] }[] = [
    {
        title: "a Deny about public addresses that another condition keeps from applying",
        statements: [
            allowIf(IN_ORGANIZATION),
            denyIf({
                NotIpAddressIfExists: { "aws:SourceIp": ["203.0.113.0/24"] },
                StringNotEqualsIfExists: { "aws:SourceVpc": ["vpc-0a0a0a0a"] },
            }),
        ],
    },
    {
        title: "a role beside its sessions",
        statements: [
            allowIf({
                ArnLike: {
                    "aws:PrincipalArn": [SESSION, `arn:aws:iam::${ACCOUNT}:role/deployers`],
                },
            }),
        ],
    },
    {
        title: "requests of AWS services beside those of the organisation",
        statements: [
            allowIf(IN_ORGANIZATION),
            allowIf({ Bool: { "aws:PrincipalIsAWSService": ["true"] } }),
        ],
    },
    {
        title: "one account, one role and one unique identifier",
        statements: [
            allowIf({
                StringEquals: { "aws:PrincipalAccount": [ACCOUNT] },
                StringLike: { "aws:userid": ["AROAEXAMPLEEXAMPLE123:*"] },
                ArnLike: { "aws:PrincipalArn": [`arn:aws:iam::${ACCOUNT}:role/deployers`] },
            }),
        ],
    },
    {
        title: "clusters of one account by a Deny",
        statements: [
            allow(),
            deny({ Resource: undefined, NotResource: [`arn:aws:eks:*:${ACCOUNT}:*`] }),
        ],
    },
    {
        title: "every cluster denied, since other actions are for other resources",
        statements: [allow(), deny({ Resource: ["arn:aws:eks:*:*:cluster/*"] })],
    },
];

describe("checkUsable", () => {
    for (const { title, service = "eks", statements, problems } of DEADLOCKS) {
        it(`says why nobody gets through: ${title}`, () => {
            assert.deepEqual(problemsOf(service, statements), problems);
        });
    }

    for (const { title, statements } of USABLE) {
        it(`lets somebody through: ${title}`, () => {
            assert.deepEqual(problemsOf("eks", statements), []);
        });
    }

    it("says of a Deny that no request meets that it denies nothing", () => {
        const statements = [allow(), denyIf({ IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } })];
        assert.deepEqual(problemsOf("eks", statements), [
            "Statement[1].Condition.IpAddress.aws:SourceIp: requests through an endpoint do not carry aws:SourceIp, " +
                "so this denies nothing; compare aws:VpcSourceIp",
        ]);
    });

    it("leaves open what is too complicated to tell", () => {
        const values = Array.from({ length: 60 }, (_, index) => `abcdef*${index}uvwxyz*abcdef*`);
        const statements = [allowIf({ StringLike: { "aws:PrincipalTag/x": values } })];
        assert.throws(() => findOwnRequest(policy(...statements), "eks"), TooComplicatedError);
        assert.deepEqual(problemsOf("eks", statements), []);
    });
});

describe("findOwnRequest", () => {
    it("finds a request of somebody whom the policy names", () => {
        const request = findOwnRequest(
            policy(allow({ Principal: { AWS: [`arn:aws:iam::${ACCOUNT}:role/deployers`] } })),
            "eks",
        );
        assert.equal(request?.principalArn, `arn:aws:iam::${ACCOUNT}:role/deployers`);
        assert.equal(request.action, "eks:DescribeCluster");
    });

    it("finds none where nobody gets through", () => {
        assert.equal(findOwnRequest(policy(allow(), deny()), "eks"), undefined);
    });
});
