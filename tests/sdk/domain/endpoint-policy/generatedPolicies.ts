import fc from "fast-check";

import type {
    PassingRequest,
    PolicyCondition,
    PolicyDocument,
    PolicyStatement,
} from "../../../../sdk/domain/endpoint-policy";
import { ACCOUNT, ORGANIZATION } from "./policies";

const PATH = `${ORGANIZATION}/r-ab12/ou-ab12-11111111/`;

/** Conditions of every construct that decides between open and closed, and of many that do not. */
const CONDITIONS: PolicyCondition[] = [
    { StringEquals: { "aws:PrincipalOrgID": [ORGANIZATION] } },
    { StringEqualsIfExists: { "aws:PrincipalOrgID": [ORGANIZATION] } },
    { StringNotEquals: { "aws:PrincipalOrgID": [ORGANIZATION] } },
    { StringNotEqualsIfExists: { "aws:principalorgid": [ORGANIZATION] } },
    { StringLike: { "aws:PrincipalOrgID": ["o-*"] } },
    { StringNotLike: { "aws:PrincipalOrgID": ["o-a*"] } },
    { StringEquals: { "aws:PrincipalOrgID": ["${aws:PrincipalOrgID}"] } },
    { StringEquals: { "aws:PrincipalOrgID": ["${aws:ResourceOrgID}"] } },
    { Null: { "aws:PrincipalOrgID": ["true"] } },
    { Null: { "aws:PrincipalOrgID": ["false"] } },
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": [`${PATH}*`] } },
    { "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": [`${PATH}*`] } },
    { "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": [`${PATH}*`] } },
    { "ForAllValues:StringNotLike": { "aws:PrincipalOrgPaths": ["*/r-ab12/*"] } },
    { StringEquals: { "aws:PrincipalAccount": [ACCOUNT] } },
    { StringNotEquals: { "aws:PrincipalAccount": [ACCOUNT] } },
    { StringEquals: { "aws:PrincipalAccount": ["${aws:PrincipalTag/account}"] } },
    { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/admin"] } },
    { ArnNotLike: { "aws:PrincipalArn": [`arn:aws:iam::${ACCOUNT}:role/*`] } },
    { StringLike: { "aws:PrincipalArn": ["*:role/*-admin", "arn:aws:iam::9*"] } },
    { StringEquals: { "aws:PrincipalArn": ["${aws:PrincipalTag/arn}"] } },
    { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/${aws:PrincipalTag/team}"] } },
    { StringEquals: { "aws:PrincipalType": ["User"] } },
    { Bool: { "aws:PrincipalIsAWSService": ["true"] } },
    { BoolIfExists: { "aws:PrincipalIsAWSService": ["false"] } },
    { StringEquals: { "aws:PrincipalTag/team": ["network"] } },
    { StringNotEquals: { "aws:PrincipalTag/team": ["network"] } },
    { StringLike: { "aws:PrincipalTag/team": ["net*"] } },
    { StringNotLike: { "aws:PrincipalTag/team": ["*work", "*x"] } },
    { StringEquals: { "aws:SourceVpc": ["vpc-1"] } },
    { StringNotEquals: { "aws:SourceVpc": ["vpc-1", "vpc-2"] } },
    { StringEqualsIfExists: { "aws:SourceVpce": ["vpce-1"] } },
    { IpAddress: { "aws:VpcSourceIp": ["10.0.0.0/16", "10.9.0.0/16"] } },
    { NotIpAddress: { "aws:vpcsourceip": ["10.0.0.0/24"] } },
    { Bool: { "aws:SecureTransport": ["true"] } },
    { Bool: { "aws:SecureTransport": ["false"] } },
    { StringEquals: { "aws:ResourceOrgID": [ORGANIZATION] } },
    { StringNotEquals: { "aws:ResourceAccount": [ACCOUNT] } },
    { StringEquals: { "aws:ResourceAccount": ["${aws:PrincipalAccount}"] } },
    { StringEquals: { "aws:ResourceOrgID": ["${aws:PrincipalOrgID}"] } },
    { IpAddress: { "aws:SourceIp": ["10.0.0.0/8"] } },
    { NotIpAddressIfExists: { "aws:SourceIp": ["10.0.0.0/8"] } },
    { ArnLike: { "aws:PrincipalArn": [`arn:aws:sts::${ACCOUNT}:assumed-role/admin/*`] } },
    { "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } },
    { "ForAnyValue:StringEquals": { "aws:TagKeys": ["b"] } },
];

const conditions = fc
    .array(fc.constantFrom(...CONDITIONS), { maxLength: 2 })
    .map((each) =>
        each.length === 0 ? {} : { Condition: Object.assign({}, ...each) as PolicyCondition },
    );
const principals = fc.constantFrom<Partial<PolicyStatement>>(
    { Principal: "*" },
    { Principal: "*" },
    { Principal: { AWS: ["*"] } },
    { Principal: { AWS: [ACCOUNT] } },
    { Principal: { Service: ["eks.amazonaws.com"] } },
    { NotPrincipal: { AWS: [ACCOUNT] } },
    { NotPrincipal: "*" },
);
const actions = fc.constantFrom<Partial<PolicyStatement>>(
    { Action: ["*"] },
    { Action: ["eks:*"] },
    { Action: ["eks:Describe*", "eks:listclusters"] },
    { Action: ["eks:*Cluster"] },
    { NotAction: ["eks:*Cluster*"] },
    { NotAction: ["eks:D*"] },
);
const resources = fc.constantFrom<Partial<PolicyStatement>>(
    { Resource: ["*"] },
    { Resource: ["*"] },
    { Resource: [`arn:aws:eks:*:${ACCOUNT}:cluster/*`] },
    { Resource: ["arn:aws:eks:*:${aws:PrincipalAccount}:cluster/*"] },
    {
        Resource: [
            "arn:aws:eks:*:*:cluster/${aws:PrincipalTag/team}",
            "arn:aws:eks:*:*:nodegroup/*",
        ],
    },
    { NotResource: ["arn:aws:eks:*:*:cluster/prod-*"] },
);
const statement = (Effect: "Allow" | "Deny") =>
    fc
        .tuple(principals, actions, resources, conditions)
        .map((parts): PolicyStatement => Object.assign({ Effect }, ...parts) as PolicyStatement);
/** Policies of up to two statements that allow and three that deny. */
export const policies = fc
    .tuple(
        fc.array(statement("Allow"), { minLength: 1, maxLength: 2 }),
        fc.array(statement("Deny"), { maxLength: 3 }),
    )
    .map(([allows, denies]): PolicyDocument => ({
        Version: "2012-10-17",
        Statement: [...allows, ...denies],
    }));

/** A request as somebody makes it who does not know the policy. */
function requests(accounts: string[], organizations: (string | undefined)[]) {
    return fc
        .record({
            account: fc.constantFrom(...accounts),
            organization: fc.constantFrom(...organizations),
            unit: fc.constantFrom("r-ab12/ou-ab12-11111111/", "r-zz99/"),
            kind: fc.constantFrom("role/admin", "role/team-admin", "role/network", "user/x"),
            action: fc.constantFrom("eks:DescribeCluster", "eks:ListClusters", "eks:CreateAddon"),
            resource: fc.constantFrom("own", "foreign", "prod"),
            team: fc.constantFrom(undefined, "network", "netball", "x"),
            tag: fc.boolean(),
            vpc: fc.constantFrom("vpc-1", "vpc-2", "vpc-3"),
            endpoint: fc.constantFrom("vpce-1", "vpce-2"),
            address: fc.constantFrom("10.0.0.7", "10.0.1.7", "10.9.0.1", "192.168.0.1"),
            tagKeys: fc.subarray(["a", "b", "c"]),
        })
        .map((each): PassingRequest => {
            const { account, organization } = each;
            const principalArn = `arn:aws:iam::${account}:${each.kind}`;
            const isList = each.action === "eks:ListClusters";
            const isForeign = each.resource === "foreign" && !isList;
            const owner = isForeign ? ACCOUNT : account;
            const name = each.resource === "prod" ? "prod-1" : "x";
            return {
                principalArn,
                action: each.action,
                resource: isList ? "*" : `arn:aws:eks:eu-west-1:${owner}:cluster/${name}`,
                context: {
                    "aws:principalaccount": [account],
                    "aws:principalarn": [principalArn],
                    "aws:principaltype": [each.kind.startsWith("user") ? "User" : "AssumedRole"],
                    "aws:principalorgid": some(organization),
                    "aws:principalorgpaths": some(organization && `${organization}/${each.unit}`),
                    "aws:principalisawsservice": ["false"],
                    "aws:principaltag/team": some(each.team),
                    "aws:principaltag/account": each.tag ? [account] : [],
                    "aws:principaltag/arn": each.tag ? [principalArn] : [],
                    "aws:securetransport": ["true"],
                    "aws:sourcevpc": [each.vpc],
                    "aws:sourcevpce": [each.endpoint],
                    "aws:vpcsourceip": [each.address],
                    "aws:resourceaccount": [owner],
                    "aws:resourceorgid": some(isForeign ? ORGANIZATION : organization),
                    "aws:tagkeys": each.tagKeys,
                },
            };
        });
}

function some(value: string | undefined): string[] {
    return value === undefined ? [] : [value];
}

/** Requests of principals whose account and organisation no policy here names. */
export const strangers = requests(
    ["999988887777", "123412341234"],
    [undefined, "o-bbbbbbbbbb", "o-aaaaaaaaaa"],
);

/** Requests of whomever, also of those whom the policies name. */
export const anybody = requests(
    [ACCOUNT, "999988887777"],
    [undefined, ORGANIZATION, "o-bbbbbbbbbb"],
);
