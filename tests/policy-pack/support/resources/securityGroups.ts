import { outputOf, type TestResource } from "../testResource";
import { cluster } from "./clusters";
import { idOf, type Inputs, type Placed } from "./common";

/** An inline rule that admits the VPC's range on TCP 443. */
export const HTTPS_FROM_VPC = {
    protocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrBlocks: ["10.0.0.0/16"],
    description: "EKS APIs from the VPC",
};

export function securityGroup(
    inputs: Inputs = {},
    { name = "endpoints", parent }: Placed = {},
): TestResource {
    return {
        type: "aws:ec2/securityGroup:SecurityGroup",
        name,
        parent,
        inputs: { ingress: [HTTPS_FROM_VPC], ...inputs },
        computed: { id: idOf("sg", name), ingress: [], egress: [] },
    };
}

export function defaultSecurityGroup(inputs: Inputs = {}): TestResource {
    return {
        ...securityGroup(inputs, { name: "default" }),
        type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    };
}

/** A rule resource of the older kind, which names its direction. */
export function securityGroupRule(inputs: Inputs, { name = "rule" }: Placed = {}): TestResource {
    return {
        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
        name,
        inputs: { type: "ingress", ...HTTPS_FROM_VPC, ...inputs },
        computed: { id: idOf("sgrule", name), sourceSecurityGroupId: "" },
    };
}

/** A rule resource of the newer kind, with one source. */
export function ingressRule(inputs: Inputs, { name = "rule" }: Placed = {}): TestResource {
    return {
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        name,
        inputs: {
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
            cidrIpv4: "10.0.0.0/16",
            description: "EKS APIs from the VPC",
            ...inputs,
        },
        computed: { id: idOf("sgr", name) },
    };
}

export function egressRule(inputs: Inputs, placed: Placed = {}): TestResource {
    return {
        ...ingressRule(inputs, placed),
        type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    };
}

export function prefixList(inputs: Inputs, { name = "clients" }: Placed = {}): TestResource {
    return {
        type: "aws:ec2/managedPrefixList:ManagedPrefixList",
        name,
        inputs: { addressFamily: "IPv4", maxEntries: 5, ...inputs },
        computed: { id: idOf("pl", name), entries: [] },
    };
}

export function prefixListEntry(inputs: Inputs, { name = "entry" }: Placed = {}): TestResource {
    return {
        type: "aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry",
        name,
        inputs,
        computed: { id: `${name},entry` },
    };
}

export function groupAssociation(
    inputs: Inputs,
    { name = "association" }: Placed = {},
): TestResource {
    return {
        type: "aws:ec2/securityGroupAssociation:SecurityGroupAssociation",
        name,
        inputs,
        computed: { id: `a-${name}` },
    };
}

/** What uses a group beside endpoints of EKS: in words, as a resource, and as a finding names it. */
export const GROUP_USERS: [
    what: string,
    user: (group: TestResource) => TestResource,
    name: string,
][] = [
    ["a cluster", (group) => cluster({ securityGroupIds: [outputOf(group)] }), 'Cluster "cluster"'],
    [
        "nodes",
        (group) => ({
            type: "aws:ec2/launchTemplate:LaunchTemplate",
            name: "nodes",
            inputs: { vpcSecurityGroupIds: [outputOf(group)] },
            computed: {},
        }),
        'LaunchTemplate "nodes"',
    ],
    [
        "members that another group admits",
        (group) =>
            securityGroupRule(
                {
                    securityGroupId: "sg-0123",
                    sourceSecurityGroupId: outputOf(group),
                    cidrBlocks: undefined,
                },
                { name: "from-members" },
            ),
        'SecurityGroupRule "from-members"',
    ],
];
