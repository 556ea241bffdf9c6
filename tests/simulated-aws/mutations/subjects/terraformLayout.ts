import * as path from "node:path";

import type { Outputs, Subject } from "../subject";

const describeCluster = (account: string, cluster: string) => ({
    principal: `arn:aws:iam::${account}:role/node`,
    action: "eks:DescribeCluster",
    resource: `arn:aws:eks:eu-west-1:${account}:cluster/${cluster}`,
});

const at =
    (zone: number) =>
    ({ root }: Outputs) => ({
        vpcId: root?.vpcId,
        subnet: (root?.intraSubnetIds as string[])[zone],
    });

/** Lists and maps of resources as a Terraform module has them: rules, associations, policies and switches are resources of their own. */
export const terraformLayout: Subject = {
    title: "the layout of Terraform",
    folder: path.join(__dirname, "..", "programs", "terraform-layout"),
    stacks: [{ name: "root" }],
    clients: { "a node": at(0), "a node of the other zone": at(1) },
    hosts: { eks: "eks.eu-west-1.amazonaws.com", "eks-auth": "eks-auth.eu-west-1.api.aws" },
    calls: {
        "a cluster of the team": describeCluster("111122223333", "team-one"),
        "another cluster": describeCluster("111122223333", "other"),
        "a stranger's cluster": describeCluster("999988887777", "team-one"),
    },
    no: /calls (another cluster|a stranger's cluster)$/,
    mutations: [
        {
            title: "a rule is missing",
            replace: "locals.intra.forEach(",
            by: "locals.intra.slice(1).forEach(",
            closes: /^a node (connects|calls)/,
            because: /no rule of sg-\w+ admits 10\.30\.51\.10 on tcp 443$/,
        },
        {
            title: "the group is not that of the endpoints",
            replace: `    new aws.ec2.SecurityGroupAssociation(\`this["\${key}"]\`, {
        vpcEndpointId: endpoint.id,
        securityGroupId: endpointsGroup.id,
        replaceDefaultAssociation: true,
    });
`,
            closes: /connects|calls/,
            because: /no rule of sg-\w+ admits 10\.30\.5[12]\.10 on tcp 443$/,
            finds: ["endpoint-security-group-required"],
        },
        {
            title: "the endpoints are in no subnet",
            replace: "const subnets = intra.map(",
            by: "const subnets = intra.slice(2).map(",
            closes: /./,
            because: /without an address of this type$/,
            finds: ["endpoint-multi-zone"],
        },
        {
            title: "private DNS is not switched on",
            replace: "privateDnsEnabled: true",
            by: "privateDnsEnabled: false",
            closes: /./,
            because: /public DNS answers($|; .* no (route|egress rule) of )/,
            finds: ["private-dns-enabled"],
        },
        {
            title: "the policy is not attached",
            replace: "policy !== undefined",
            by: "policy === null",
            opens: /./,
            finds: ["endpoint-policy-required"],
        },
        {
            title: "the policy is for clusters of another name",
            file: "locals.ts",
            replace: "cluster/team-*",
            by: "cluster/teams-*",
            closes: /calls/,
            because: /no statement allows eks:DescribeCluster$/,
        },
        {
            title: "the policy is for whoever asks",
            file: "locals.ts",
            replace: `Principal: { AWS: "arn:aws:iam::111122223333:root" },
                    Action: "eks:*",
                    Resource: "arn:aws:eks:*:111122223333:cluster/team-*",`,
            by: `Principal: "*",
                    Action: "eks:*",
                    Resource: "*",`,
            opens: /./,
            finds: ["endpoint-policy-least-privilege", "endpoint-policy-perimeter"],
        },
        {
            title: "clients ask a server that nobody knows",
            replace: `domainNameServers: ["AmazonProvidedDNS"]`,
            by: `domainNameServers: ["10.30.99.2"]`,
            closes: /./,
            because:
                /no interface at 10\.30\.99\.2 that can be reached, so what answers there is not known$/,
            finds: ["vpc-dns-attributes"],
        },
        {
            title: "two keys stand for the same service",
            file: "locals.ts",
            replace: `eks_auth: { service: "eks-auth" }`,
            by: `eks_auth: { service: "eks" }`,
            refused:
                /private-dns-enabled cannot be set because there is already a conflicting DNS domain/,
            finds: ["endpoint-policy-required", "private-dns-unique", "shadowed-hosts-resolvable"],
        },
    ],
};
