import assert from "node:assert/strict";
import fc from "fast-check";

import {
    checkPerimeterGaps,
    findStrangerRequest,
    PolicyCondition,
    PolicyDocument,
    PolicyStatement,
    PassingRequest,
} from "../../../../../sdk/domain/endpoint-policy";
import { authorize, World } from "../../../../../simulated-aws/index";
import { deploy } from "../../../../support/deploySet";
import { ACCOUNT, ORGANIZATION } from "../policies";

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
    { NotResource: ["arn:aws:eks:*:*:cluster/prod-*"] },
);
const statement = (Effect: "Allow" | "Deny") =>
    fc
        .tuple(principals, actions, resources, conditions)
        .map((parts): PolicyStatement => Object.assign({ Effect }, ...parts) as PolicyStatement);
const policies = fc
    .tuple(
        fc.array(statement("Allow"), { minLength: 1, maxLength: 2 }),
        fc.array(statement("Deny"), { maxLength: 3 }),
    )
    .map(([allows, denies]): PolicyDocument => ({
        Version: "2012-10-17",
        Statement: [...allows, ...denies],
    }));

/** Requests of principals whose account and organisation no policy here names, made without knowing the policy. */
const strangers = fc
    .record({
        account: fc.constantFrom("999988887777", "123412341234"),
        organization: fc.constantFrom(undefined, "o-bbbbbbbbbb", "o-aaaaaaaaaa"),
        unit: fc.constantFrom("r-ab12/ou-ab12-11111111/", "r-zz99/"),
        kind: fc.constantFrom("role/admin", "role/team-admin", "role/network", "user/x"),
        action: fc.constantFrom(
            "eks:DescribeCluster",
            "eks:ListClusters",
            "eks:CreateAddon",
            "s3:GetObject",
        ),
        resource: fc.constantFrom("own", "foreign", "list", "prod"),
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
        const owner = each.resource === "foreign" ? ACCOUNT : account;
        const ownerOrganization = each.resource === "foreign" ? ORGANIZATION : organization;
        const some = (value: string | undefined) => (value === undefined ? [] : [value]);
        return {
            principalArn,
            action: each.action,
            resource:
                each.resource === "list"
                    ? "*"
                    : `arn:aws:eks:eu-west-1:${owner}:cluster/${each.resource === "prod" ? "prod-1" : "x"}`,
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
                "aws:resourceorgid": some(ownerOrganization),
                "aws:tagkeys": each.tagKeys,
            },
        };
    });

describe("checkPerimeterGaps and the endpoint of a simulated AWS", () => {
    let world: World;

    before(async () => {
        ({ world } = (await deploy({ services: ["eks"] })).network);
    });

    /** Whether the endpoint lets a request through when it has this policy. */
    function isAllowed(document: PolicyDocument, request: PassingRequest): boolean {
        const [endpoint] = Object.values(world.objects.endpoints);
        assert.ok(endpoint);
        world.objects.endpoints[endpoint.id] = { ...endpoint, policy: JSON.stringify(document) };
        const { principalArn, action, resource, context } = request;
        return authorize(world, endpoint.id, {
            principalArn,
            action,
            resourceArn: resource,
            context,
        }).allowed;
    }

    it("agree that a closed policy denies every stranger", () => {
        let closed = 0;
        fc.assert(
            fc.property(
                policies,
                fc.array(strangers, { minLength: 40, maxLength: 40 }),
                (document, requests) => {
                    if (checkPerimeterGaps(document).length > 0) {
                        return;
                    }
                    closed += 1;
                    assert.deepEqual(
                        requests.filter((request) => isAllowed(document, request)),
                        [],
                    );
                },
            ),
            { numRuns: 400 },
        );
        assert.ok(closed > 80, `only ${closed} policies were closed`);
    });

    it("agree that an open policy lets the stranger in who was found", () => {
        let open = 0;
        fc.assert(
            fc.property(policies, (document) => {
                const request = findStrangerRequest(document);
                assert.equal(request !== undefined, checkPerimeterGaps(document).length > 0);
                if (request !== undefined) {
                    open += 1;
                    assert.ok(isAllowed(document, request), JSON.stringify(request));
                }
            }),
            { numRuns: 400 },
        );
        assert.ok(open > 80, `only ${open} policies were open`);
    });
});
