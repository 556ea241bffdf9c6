import * as path from "node:path";

import type { Outputs, Subject } from "../subject";

const node = (context: { [key: string]: string }, action: string) => ({
    principal: "arn:aws:iam::111122223333:role/node",
    action,
    resource: "arn:aws:eks:eu-west-1:111122223333:cluster/prod",
    context,
});
const OURS = { "aws:PrincipalOrgID": "o-exampleorgid" };
const THEIRS = { "aws:PrincipalOrgID": "o-someoneelse" };

const at =
    (zone: number) =>
    ({ network: { vpcId, nodeSubnetIds, nodeGroupId } = {} }: Outputs) => ({
        vpcId,
        subnet: (nodeSubnetIds as string[])[zone],
        groups: [String(nodeGroupId)],
    });

/** Endpoints by hand in a network of one's own, with groups that name each other and network ACLs. */
export const ownNetwork: Subject = {
    title: "a network of one's own",
    folder: path.join(__dirname, "..", "programs", "own-network"),
    stacks: [{ name: "network" }],
    clients: {
        "a node": at(0),
        "a node of the other zone": at(1),
        "a stranger in the VPC": ({ network: { vpcId, nodeSubnetIds } = {} }) => ({
            vpcId,
            subnet: (nodeSubnetIds as string[])[0],
        }),
    },
    hosts: {
        eks: "eks.eu-west-1.amazonaws.com",
        "eks-auth": "eks-auth.eu-west-1.api.aws",
        sts: "sts.eu-west-1.amazonaws.com",
    },
    calls: {
        "DescribeCluster as ours": node(OURS, "eks:DescribeCluster"),
        "DescribeCluster as theirs": node(THEIRS, "eks:DescribeCluster"),
        "DeleteCluster as ours": node(OURS, "eks:DeleteCluster"),
        "CreateNodegroup as ours": node(OURS, "eks:CreateNodegroup"),
    },
    no: /^a stranger in the VPC (connects|calls)|as theirs$|^a node.* calls DeleteCluster as ours$/,
    mutations: [
        {
            title: "the endpoints' group admits itself in place of the nodes' group",
            replace: `    referencedSecurityGroupId: nodes.id,
`,
            by: `    referencedSecurityGroupId: endpoints.id,
`,
            closes: /^a node.* (connects|calls)/,
            because: /no rule of sg-\w+ admits 10\.0\.[01]\.10 on tcp 443$/,
        },
        {
            title: "the endpoints' group admits another port",
            replace: `    securityGroupId: endpoints.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,`,
            by: `    securityGroupId: endpoints.id,
    ipProtocol: "tcp",
    fromPort: 8443,
    toPort: 8443,`,
            closes: /^a node.* (connects|calls)/,
            because: /no rule of sg-\w+ admits 10\.0\.[01]\.10 on tcp 443$/,
            finds: ["endpoint-ingress-https-only", "endpoint-ingress-matches-ip-type"],
        },
        {
            title: "the rule that lets out is in the wrong group",
            replace: `new aws.vpc.SecurityGroupEgressRule("nodes-to-endpoints", {
    securityGroupId: nodes.id,`,
            by: `new aws.vpc.SecurityGroupEgressRule("nodes-to-endpoints", {
    securityGroupId: endpoints.id,`,
            closes: /^a node.* (connects|calls)/,
            because: /no egress rule of sg-\w+ lets tcp 443 out to 10\.0\.100\.\d$/,
            finds: ["endpoint-egress-empty", "endpoint-rules-described"],
        },
        {
            title: "the ACL admits the nodes of one zone alone",
            replace: `cidrBlock: "10.0.0.0/23",
            fromPort: 443,`,
            by: `cidrBlock: "10.0.0.0/24",
            fromPort: 443,`,
            closes: /^a node of the other zone (connects|calls)/,
            because: /no entry of network ACL acl-\w+ lets port 443 in from 10\.0\.1\.10$/,
        },
        {
            title: "the ACL lets no answers out",
            replace: `fromPort: 1024,
            toPort: 65535,`,
            by: `fromPort: 443,
            toPort: 443,`,
            closes: /^a node.* (connects|calls)/,
            because: /no entry of network ACL acl-\w+ lets answers out to 10\.0\.[01]\.10$/,
        },
        {
            title: "an entry before the others of the ACL denies a zone",
            replace: `    ingress: [
`,
            by: `    ingress: [
        { ruleNo: 50, protocol: "-1", action: "deny", cidrBlock: "10.0.1.0/24", fromPort: 0, toPort: 0 },
`,
            closes: /^a node of the other zone (connects|calls)/,
            because: /entry 50 of network ACL acl-\w+ denies port 443 in from 10\.0\.1\.10$/,
        },
        {
            title: "private DNS is off",
            replace: "privateDnsEnabled: true",
            by: "privateDnsEnabled: false",
            closes: /./,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
            finds: ["private-dns-enabled"],
        },
        {
            title: "the VPC has no DNS",
            replace: "enableDnsSupport: true",
            by: "enableDnsSupport: false",
            refused: /InvalidParameter: Enabling private DNS requires both enableDnsSupport and/,
            finds: ["vpc-dns-attributes"],
        },
        {
            title: "an endpoint is missing",
            replace: `endpointFor("eks-auth");
`,
            closes: /eks-auth$/,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
        },
        {
            title: "the policy names another organisation",
            replace: `const organization = "o-exampleorgid"`,
            by: `const organization = "o-exampleorgix"`,
            closes: /^a node.* calls/,
            because: /no statement allows eks:\w+$/,
        },
        {
            title: "the policy has lost its condition",
            replace: `            Condition: { StringEquals: { "aws:PrincipalOrgID": organization } },
`,
            opens: /^a node.* calls DescribeCluster as theirs$/,
            finds: ["endpoint-policy-perimeter"],
        },
        {
            title: "the policy allows fewer actions",
            replace: `, "eks:CreateNodegroup"`,
            closes: /calls CreateNodegroup as ours$/,
            because: /no statement allows eks:CreateNodegroup$/,
        },
        {
            title: "the policy denies more than it says",
            replace: `Action: "eks:Delete*"`,
            by: `Action: "eks:De*"`,
            closes: /calls DescribeCluster as ours$/,
            because: /denied by statement 1 \(NoDeletion\)$/,
        },
        {
            title: "the policy is not given to the endpoint",
            replace: `endpointFor("eks", ownIdentities);`,
            by: `endpointFor("eks");`,
            opens: /^a node.* calls/,
            finds: ["endpoint-policy-required"],
        },
    ],
};
