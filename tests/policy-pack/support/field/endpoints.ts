import { compliant } from "../example";
import {
    ACCOUNT_ID,
    accountPolicy,
    cloudFormationStack,
    cluster,
    HTTPS_FROM_VPC,
    ingressRule,
    REGION,
    securityGroup,
    stackResource,
    subnet,
    vpc,
} from "../resources";
import { outputOf } from "../testResource";
import type { FieldCase } from "./fieldCase";

const OPEN_RULE = { protocol: "-1", fromPort: 0, toPort: 0, self: true, description: "each other" };
const ANYWHERE = { ...OPEN_RULE, self: undefined, cidrBlocks: ["0.0.0.0/0"] };

/** A policy that allows what is the account's own under a further condition. */
function allowIf(condition: object): string {
    const own = { StringEquals: { "aws:ResourceAccount": ACCOUNT_ID } };
    return accountPolicy({ Condition: { ...own, ...condition } });
}

/** Endpoints as people place, guard and open them. */
export const ENDPOINT_CASES: FieldCase[] = [
    {
        title: "the type of an endpoint left out",
        said: ["endpoint-type-interface mandatory eks"],
        stack: () => compliant({ endpoint: { vpcEndpointType: undefined } }),
    },
    {
        title: "a service of another region than the subnets",
        said: ["service-available mandatory eks", "shadowed-hosts-resolvable advisory eks"],
        words: /EKS has no endpoints across regions, so name com\.amazonaws\.eu-central-1\.eks$/,
        stack: () => compliant({ endpoint: { serviceName: "com.amazonaws.us-east-1.eks" } }),
    },
    {
        title: "a group of another VPC",
        said: ["endpoint-in-one-vpc mandatory eks", "endpoint-in-one-vpc mandatory oidc-eks"],
        stack: () =>
            compliant({}, (own) => {
                const tools = vpc({ cidrBlock: "10.9.0.0/16" }, { name: "tools" });
                own.group.inputs.vpcId = outputOf(tools);
                return [tools];
            }),
    },
    {
        title: "two subnets of one zone, as lists of all private subnets have them",
        said: ["endpoint-multi-zone mandatory eks"],
        words: /AWS takes one subnet of an endpoint a zone/,
        stack: () =>
            compliant({}, (own) => {
                const pods = subnet(
                    {
                        vpcId: outputOf(own.vpc),
                        cidrBlock: "10.0.3.0/24",
                        availabilityZone: `${REGION}a`,
                    },
                    { name: "pods" },
                );
                const all = [own.subnet, own.other, pods];
                own.endpoint.inputs.subnetIds = all.map((each) => outputOf(each));
                return [pods];
            }),
    },
    {
        title: "more ranges of spokes than a group takes",
        said: ["endpoint-rules-within-quota mandatory endpoints"],
        stack: () => {
            const cidrBlocks = Array.from({ length: 61 }, (_, i) => `10.${i}.0.0/16`);
            return compliant({ group: { ingress: [{ ...HTTPS_FROM_VPC, cidrBlocks }] } });
        },
    },
    {
        title: "inline rules beside a rule resource of the same group",
        said: ["endpoint-rules-in-one-place mandatory endpoints"],
        stack: () =>
            compliant({}, (own) => [
                ingressRule({ securityGroupId: outputOf(own.group), cidrIpv4: "10.8.0.0/16" }),
            ]),
    },
    {
        title: "the group of the cluster before the endpoints too",
        said: [
            "endpoint-egress-empty advisory endpoints",
            "endpoint-ingress-https-only mandatory endpoints",
        ],
        words: /Cluster "cluster" uses this group too; give the endpoint a group of its own$/,
        stack: () =>
            compliant(
                { group: { ingress: [HTTPS_FROM_VPC, OPEN_RULE], egress: [ANYWHERE] } },
                (own) => [
                    cluster({
                        endpointPublicAccess: true,
                        securityGroupIds: [outputOf(own.group)],
                        subnetIds: [outputOf(own.subnet), outputOf(own.other)],
                    }),
                ],
            ),
    },
    {
        title: "the group of a bastion, which admits SSH alone",
        said: [
            "endpoint-egress-empty advisory endpoints",
            "endpoint-ingress-https-only mandatory endpoints",
            "endpoint-ingress-matches-ip-type mandatory eks",
            "endpoint-ingress-matches-ip-type mandatory oidc-eks",
        ],
        stack: () =>
            compliant({
                group: {
                    ingress: [{ ...HTTPS_FROM_VPC, fromPort: 22, toPort: 22 }],
                    egress: [ANYWHERE],
                },
            }),
    },
    {
        title: "more groups than an interface takes, one for each team",
        said: ["endpoint-rules-within-quota mandatory eks"],
        stack: () =>
            compliant({}, (own) => {
                const vpcId = outputOf(own.vpc);
                const teams = ["a", "b", "c", "d", "e"].map((name) =>
                    securityGroup({ vpcId }, { name }),
                );
                const groups = [own.group, ...teams];
                own.endpoint.inputs.securityGroupIds = groups.map((each) => outputOf(each));
                return teams;
            }),
    },
    {
        title: "a policy that admits by aws:SourceIp",
        said: ["endpoint-policy-valid mandatory eks"],
        words: /do not carry aws:SourceIp, so this lets nobody through; compare aws:VpcSourceIp/,
        stack: () =>
            compliant({
                endpoint: { policy: allowIf({ IpAddress: { "aws:SourceIp": "10.0.0.0/16" } }) },
            }),
    },
    {
        title: "a policy that compares aws:PrincipalArn with the ARN of a session",
        said: ["endpoint-policy-valid mandatory eks"],
        words: /write "arn:aws:iam::111122223333:role\/deploy/,
        stack: () => {
            const session = "arn:aws:sts::111122223333:assumed-role/deploy/*";
            const policy = allowIf({ ArnLike: { "aws:PrincipalArn": session } });
            return compliant({ endpoint: { policy } });
        },
    },
    {
        title: "an organisation asked for with IfExists",
        said: ["endpoint-policy-perimeter mandatory eks"],
        stack: () => {
            const organization = { "aws:PrincipalOrgID": "o-a1b2c3d4e5" };
            const policy = allowIf({ StringEqualsIfExists: organization });
            return compliant({ endpoint: { policy } });
        },
    },
    {
        title: "endpoints in the template of a CloudFormation stack",
        said: ["resources-unread advisory test-dev"],
        stack: () => ({
            resources: [stackResource(), cloudFormationStack("AWS::EC2::VPCEndpoint")],
        }),
    },
];
