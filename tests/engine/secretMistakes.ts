import { secret } from "@pulumi/pulumi";

import { offering } from "../support/connection";
import { SPOKE, spokeConnection } from "../support/joining";

/** A wrong value of an argument, given as a secret. */
export interface SecretMistake {
    argument: string;
    args: object;
    /** What no message may hold. */
    hidden: string;
    /** Path under which something is said; none where no check of ours reads the value. */
    path?: string;
}

/** The mistakes that can be made with one component. */
export interface Mistakes {
    component: string;
    account?: string;
    /** Arguments with which nothing is wrong, in a dual-stack network. */
    rest: (network: Network, other: Network) => object;
    mistakes: (network: Network, other: Network) => SecretMistake[];
}

interface Network {
    vpcId: string;
    subnetIds: string[];
}

const UNKNOWN_VPC = "vpc-0badbadbadbadbad1";
const UNKNOWN_SUBNET = "subnet-0badbadbadbadbad2";
const TAGS = { team: secret("wrong-tag-77") };

const OPEN = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "Wrong77", Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

/** Mistakes with a VPC and its subnets, which two components make in the same way. */
function inNetwork({ subnetIds }: Network, other: Network): SecretMistake[] {
    const argument = "vpcId";
    return [
        { argument, args: { vpcId: secret(UNKNOWN_VPC) }, hidden: UNKNOWN_VPC, path: "vpcId" },
        { argument, args: { vpcId: secret("wrong-77") }, hidden: "wrong-77", path: "vpcId" },
        {
            argument,
            args: { vpcId: secret(other.vpcId) },
            hidden: other.vpcId,
            path: "subnetIds[0]",
        },
        {
            argument: "subnetIds",
            args: { subnetIds: secret([UNKNOWN_SUBNET, `${UNKNOWN_SUBNET}2`]) },
            hidden: UNKNOWN_SUBNET,
            path: "subnetIds[0]",
        },
        {
            argument: "subnetIds",
            args: { subnetIds: [subnetIds[0], secret(other.subnetIds[1])] },
            hidden: other.subnetIds[1] ?? "",
            path: "subnetIds[1]",
        },
        {
            argument: "ingress.cidrBlocks",
            args: {
                ingress: {
                    cidrBlocks: secret(["203.0.113.77/24"]),
                    ipv6CidrBlocks: ["2001:db8::/48"],
                },
            },
            hidden: "203.0.113.77",
            path: "ingress.cidrBlocks[0]",
        },
        {
            argument: "ingress.cidrBlocks",
            args: {
                ingress: {
                    cidrBlocks: ["10.20.0.0/16", secret("198.51.100.7/33")],
                    ipv6CidrBlocks: ["2001:db8::/48"],
                },
            },
            hidden: "198.51.100.7",
            path: "ingress.cidrBlocks[1]",
        },
        {
            argument: "ingress.ipv6CidrBlocks",
            args: {
                ingress: {
                    cidrBlocks: ["10.20.0.0/16"],
                    ipv6CidrBlocks: secret(["2001:db8:77::1/48"]),
                },
            },
            hidden: "2001:db8:77",
            path: "ingress.ipv6CidrBlocks[0]",
        },
        { argument: "tags", args: { tags: TAGS }, hidden: "wrong-tag-77" },
    ];
}

const ofSet: Mistakes = {
    component: "EksEndpointSet",
    rest: ({ vpcId, subnetIds }) => ({
        vpcId,
        subnetIds,
        ipAddressType: "dualstack",
        flowLogs: { enabled: false },
    }),
    mistakes: (network, other) => [
        ...inNetwork(network, other),
        ...Object.entries({
            organizationIds: "o-Wrong77",
            organizationPaths: "o-a1b2c3d4e5/wrong-77",
            accountIds: "99887766",
        }).map(([list, hidden]) => ({
            argument: `endpointPolicy.${list}`,
            args: { endpointPolicy: { [list]: secret([hidden]) } },
            hidden,
            path: `endpointPolicy.${list}[0]`,
        })),
        {
            argument: "policyDocuments",
            args: { policyDocuments: { eks: secret(OPEN) } },
            hidden: "Wrong77",
            path: "policyDocuments.eks.Statement[0]",
        },
        {
            argument: "policyDocuments",
            args: { policyDocuments: { eks: secret('{"wrong-77"') } },
            hidden: "wrong-77",
            path: "policyDocuments.eks",
        },
        ...["sourceSecurityGroupIds", "prefixListIds"].map((list) => ({
            argument: `ingress.${list}`,
            args: { ingress: { [list]: secret(["wrong-77"]) } },
            hidden: "wrong-77",
        })),
        {
            argument: "securityGroupIds",
            args: { securityGroupIds: secret(["wrong-77"]) },
            hidden: "wrong-77",
        },
        {
            argument: "flowLogs.destinationArn",
            args: { flowLogs: { destinationArn: secret("arn:aws:s3:::wrong-77") } },
            hidden: "wrong-77",
            path: "flowLogs.destinationArn",
        },
        {
            argument: "flowLogs.kmsKeyId",
            args: { flowLogs: { kmsKeyId: secret("alias/wrong-77") } },
            hidden: "wrong-77",
            path: "flowLogs.kmsKeyId",
        },
        {
            argument: "flowLogs.existingFlowLogId",
            args: { flowLogs: { existingFlowLogId: secret("wrong-77") } },
            hidden: "wrong-77",
        },
        {
            argument: "region",
            args: { region: secret("xx-wrong-77") },
            hidden: "xx-wrong-77",
            path: "region",
        },
        {
            argument: "region",
            args: { region: secret("ap-east-2") },
            hidden: "ap-east-2",
            path: "services[0]",
        },
    ],
};

const ofShare: Mistakes = {
    component: "EksEndpointShare",
    rest: () => ({ connection: offering() }),
    mistakes: () => [
        ...ofConnection(offering(), {
            accountId: ["99887766", "connection.accountId"],
            region: ["eu-wrong-77", "connection.region"],
            partition: ["aws-wrong-77", "connection.partition"],
            stack: ["acme/wrong-77/hub", "connection.accountId"],
        }),
        {
            argument: "consumers.*.vpcId",
            args: { consumers: { orders: { vpcId: secret("wrong-77") } } },
            hidden: "wrong-77",
            path: "consumers.orders.vpcId",
        },
        {
            argument: "consumers.*.vpcId",
            args: {
                consumers: {
                    orders: { vpcId: secret(UNKNOWN_VPC) },
                    payments: { vpcId: secret(UNKNOWN_VPC) },
                },
            },
            hidden: UNKNOWN_VPC,
            path: "consumers.payments.vpcId",
        },
        ...["xx-wrong-77", "cn-north-1"].map((region) => ({
            argument: "consumers.*.region",
            args: { consumers: { orders: { vpcId: UNKNOWN_VPC, region: secret(region) } } },
            hidden: region,
            path: "consumers.orders.region",
        })),
        { argument: "tags", args: { tags: TAGS }, hidden: "wrong-tag-77" },
    ],
};

const ofConsumer: Mistakes = {
    component: "EksEndpointConsumer",
    account: SPOKE.accountId,
    rest: ({ vpcId }) => ({ vpcId, connection: sharedWith(vpcId) }),
    mistakes: ({ vpcId }) => [
        ...ofConnection(sharedWith(vpcId), {
            accountId: ["99887766", "connection.accountId"],
            region: ["eu-west-3", "connection.region"],
            admitted: ["192.0.2.77/32", "connection.admitted.cidrBlocks"],
            perimeter: ["998877665544", "connection.perimeter"],
        }),
        {
            argument: "vpcId",
            args: { vpcId: secret(UNKNOWN_VPC), connection: sharedWith(UNKNOWN_VPC) },
            hidden: UNKNOWN_VPC,
            path: "vpcId",
        },
        {
            argument: "vpcId",
            args: { vpcId: secret("wrong-77") },
            hidden: "wrong-77",
            path: "vpcId",
        },
        { argument: "tags", args: { tags: TAGS }, hidden: "wrong-tag-77" },
    ],
};

const ofInboundDns: Mistakes = {
    component: "EksInboundDns",
    rest: ({ vpcId, subnetIds }, other) => ({
        vpcId,
        subnetIds,
        // Of all VPCs that these may be mistaken for.
        connection: sharedWith(vpcId, other.vpcId, UNKNOWN_VPC),
        ingress: { cidrBlocks: ["192.168.0.0/16"], ipv6CidrBlocks: ["2001:db8::/48"] },
        ipAddressType: "dualstack",
    }),
    mistakes: (network, other) => [
        ...inNetwork(network, other),
        ...ofConnection(sharedWith(network.vpcId), {
            accountId: ["99887766", "connection.accountId"],
            region: ["eu-west-3", "connection.region"],
            hostedZoneIds: ["wrong_77", "connection"],
        }),
        {
            argument: "region",
            args: { region: secret("xx-wrong-77") },
            hidden: "xx-wrong-77",
            path: "region",
        },
        {
            argument: "region",
            args: { region: secret("eu-west-3") },
            hidden: "eu-west-3",
            path: "connection.region",
        },
    ],
};

export const SECRET_MISTAKES = [ofSet, ofShare, ofConsumer, ofInboundDns];

/** A connection that is secret as a whole, or in the field that is wrong. */
function ofConnection(
    connection: ReturnType<typeof offering>,
    wrong: { [field: string]: [hidden: string, path: string] },
): SecretMistake[] {
    const spelt = (field: string, hidden: string): unknown => {
        switch (field) {
            case "admitted":
                return { ...connection.admitted, cidrBlocks: [hidden] };
            case "perimeter":
                return { ...connection.perimeter, accountIds: [hidden] };
            case "hostedZoneIds":
                return { [hidden]: "Z01" };
            default:
                return hidden;
        }
    };
    return Object.entries(wrong).flatMap(([field, [hidden, path]]) => {
        const value = spelt(field, hidden);
        const other = field === "stack" ? { accountId: "998877665544" } : {};
        return [
            secret({ ...connection, ...other, [field]: value }),
            { ...connection, ...other, [field]: secret(value) },
        ].map((given) => ({ argument: "connection", args: { connection: given }, hidden, path }));
    });
}

/** What a hub shares with VPCs of the spoke's account. */
function sharedWith(...vpcIds: string[]) {
    const entries = vpcIds.map((vpcId, i) => [
        `spoke-${i}`,
        { ...SPOKE, vpcId, region: "eu-central-1" },
    ]);
    return spokeConnection({
        consumers: Object.fromEntries(entries) as ReturnType<typeof offering>["consumers"],
    });
}
