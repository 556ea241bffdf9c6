import { type Output, output, StackReference } from "@pulumi/pulumi";
import {
    type EksEndpointConnection,
    EksEndpointConsumer,
    EksEndpointSet,
    EksEndpointShare,
    EksInboundDns,
} from "eks-privatelink";

import type { World } from "../../simulated-aws/index";

// What updates are refused for although their plain arguments are right. Read by a spec, and by a program that the CLI runs.

/** What is there before any program. */
export interface Ground {
    /** A VPC with subnets in two zones, and one more in the first of them. */
    own: { vpcId: string; subnetIds: string[] };
    /** Another VPC with subnets in two zones. */
    other: { vpcId: string; subnetIds: string[] };
    /** Stack whose connection a spoke reads. */
    hub: string;
}

/** A change after which an update is refused. */
export interface Refusal {
    /** Changes the world before the update. */
    spoil?: (world: World, ground: Ground) => void;
    /** Arguments that differ from those that were deployed. */
    change?: (ground: Ground, connection: Output<EksEndpointConnection>) => object;
    /** The text of the error. */
    expected: RegExp;
}

/** A component, the program that deploys it, and every late refusal of it. */
export interface Refused {
    program: (ground: Ground, change?: Refusal["change"]) => void;
    refusals: { [what: string]: Refusal };
}

const NO_CHANGE = (): object => ({});

const GUEST = { vpcId: "vpc-0b", accountId: "444455556666" };

const OPEN_POLICY = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: "*", Action: "eks:*", Resource: "*" }],
});

const IDENTITY: Refusal = {
    spoil: throttle("GetCallerIdentity"),
    expected: /GetCallerIdentity, api error ThrottlingException/,
};

const SUBNET_OF_NOTHING = "subnet-0123456789abcdef0";

/** Every component by its name. */
export const REFUSED: { [component: string]: Refused } = {
    EksEndpointSet: {
        program: ({ own: { vpcId, subnetIds }, ...rest }, change = NO_CHANGE) => {
            const network = { vpcId, subnetIds: subnetIds.slice(0, 2) };
            const changes = change({ own: { vpcId, subnetIds }, ...rest }, output({} as never));
            new EksEndpointSet("eks", { ...network, ...changes });
        },
        refusals: {
            "an account that AWS does not tell": IDENTITY,
            "ranges of the VPC that AWS does not tell": {
                spoil: throttle("DescribeVpcs"),
                expected: /^ingress: is missing, and the ranges of the VPC could not be looked up/,
            },
            "DNS attributes of the VPC that are off": {
                spoil: dnsOff("own"),
                expected: /^vpcId: VPC \S+ has enableDnsSupport and enableDnsHostnames off/,
            },
            "a VPC that comes later and is none": {
                change: () => ({ vpcId: later(undefined) }),
                expected: /^vpcId: is missing; give/,
            },
            "a subnet that is not there": {
                change: ({ own }) => ({ subnetIds: [own.subnetIds[0], SUBNET_OF_NOTHING] }),
                expected: /^subnetIds\[1\]: AWS finds no such subnet here/,
            },
            "a subnet of another VPC": {
                change: ({ own, other }) => ({ subnetIds: [own.subnetIds[0], other.subnetIds[1]] }),
                expected: /^subnetIds\[1\]: subnet \S+ is in VPC \S+, not in/,
            },
            "two subnets of a zone": {
                change: ({ own }) => ({ subnetIds: [own.subnetIds[0], own.subnetIds[2]] }),
                expected: /^subnetIds\[1\]: subnet \S+ is in zone eu-west-1a, which already has/,
            },
            "subnets that come later and are none": {
                change: () => ({ subnetIds: later([]) }),
                expected: /^subnetIds: is empty/,
            },
            "a zone that a service no longer serves": {
                spoil: changeService("eks-auth", { availabilityZones: ["eu-west-1a"] }),
                expected: /^subnetIds\[1\]: eks-auth does not serve zone eu-west-1b/,
            },
            "an address family that a service no longer has": {
                spoil: changeService("oidc-eks", { ipAddressTypes: ["ipv6"] }),
                expected: /^services\[2\]: oidc-eks .* needs ipv4/,
            },
            "a service that the region does not offer": {
                change: () => ({ services: ["eks", "eks-auth", "oidc-eks", "eks-fips"] }),
                expected: /^services\[3\]: region eu-west-1 offers no endpoint for eks-fips/,
            },
            "actions for a service that turns out to take no policy": {
                spoil: changeService("eks-auth", { policySupported: false }),
                change: () => ({
                    endpointPolicy: {
                        actions: { "eks-auth": ["eks-auth:AssumeRoleForPodIdentity"] },
                    },
                }),
                expected: /^endpointPolicy\.actions\.eks-auth: eks-auth takes no endpoint policy/,
            },
            "an account that comes later and is none": {
                change: () => ({ endpointPolicy: { accountIds: later(["1234"]) } }),
                expected: /^endpointPolicy\.accountIds\[0\]: "1234" is not an account ID/,
            },
            "a policy that comes later and lets everybody in": {
                change: () => ({ policyDocuments: { eks: later(OPEN_POLICY) } }),
                expected: /^policyDocuments\.eks\.Statement\[0\]: admits principals of any account/,
            },
            "a range that comes later and is the whole internet": {
                change: () => ({ ingress: { cidrBlocks: later(["0.0.0.0/0"]) } }),
                expected: /^ingress\.cidrBlocks\[0\]: 0\.0\.0\.0\/0 admits the whole IPv4 internet/,
            },
            "a VPC that is not there": {
                change: () => ({ vpcId: later("vpc-0123456789abcdef0") }),
                expected: /^vpcId: AWS finds no such VPC here/,
            },
            "a key of the log that comes later and is none": {
                change: () => ({ flowLogs: { kmsKeyId: later("alias/logs") } }),
                expected: /^flowLogs\.kmsKeyId: /,
            },
            "a log destination that comes later and is of another kind": {
                change: () => ({ flowLogs: { destinationArn: later("arn:aws:s3:::logs") } }),
                expected: /^flowLogs\.destinationArn: "arn:aws:s3:::logs" is not the ARN of a log/,
            },
            "a delivery stream of another account": {
                change: () => ({
                    flowLogs: {
                        destination: "kinesis-data-firehose",
                        destinationArn:
                            "arn:aws:firehose:eu-west-1:444455556666:deliverystream/logs",
                    },
                }),
                expected: /^flowLogs\.destinationArn: is a stream of account 444455556666, and /,
            },
        },
    },
    EksEndpointShare: {
        program: (ground, change = NO_CHANGE) => {
            const set = setOf(ground, false);
            const connection = set.connection as Output<EksEndpointConnection>;
            new EksEndpointShare("share", { connection, ...change(ground, connection) });
        },
        refusals: {
            "an account that AWS does not tell": IDENTITY,
            "a connection that is not there": {
                change: () => ({ connection: later(undefined) }),
                expected: /^connection: is missing/,
            },
            "a connection of a newer version": {
                change: edited({ schemaVersion: 2 }),
                expected: /^connection\.schemaVersion: is of version 2/,
            },
            "endpoints of another account": {
                change: edited({ accountId: "999900001111" }),
                expected: /^connection\.accountId: the endpoints are in account 999900001111/,
            },
            "endpoints of another region": {
                change: edited({ region: "eu-central-1" }),
                expected: /^connection\.region: the endpoints are in region eu-central-1/,
            },
            "endpoints that have been shared already": {
                change: edited({ hostedZoneIds: { "eks.eu-west-1.amazonaws.com": "Z01" } }),
                expected: /^connection\.hostedZoneIds: another EksEndpointShare/,
            },
            "endpoints with private DNS": {
                change: edited({ privateDnsEnabled: true }),
                expected: /^connection\.privateDnsEnabled: the endpoints have private DNS/,
            },
            "a service without endpoint": {
                change: () => ({ services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"] }),
                expected: /^services\[3\]: the connection has no endpoint for eks-proxy/,
            },
            "another address family": {
                change: edited({ ipAddressType: "dualstack" }),
                expected: /^ipAddressType: "ipv4" was given or assumed/,
            },
            "a consumer with the hub's own account": {
                change: () => ({
                    consumers: { own: { vpcId: "vpc-0c", accountId: "111122223333" } },
                }),
                expected: /^consumers\.own\.accountId: 111122223333 is the hub's own account/,
            },
            "the hub's VPC as a consumer": {
                change: ({ own }) => ({ consumers: { own: { vpcId: later(own.vpcId) } } }),
                expected: /^consumers\.own\.vpcId: \S+ is the VPC of the endpoints/,
            },
            "a VPC that turns out to be none": {
                change: () => ({ consumers: { guest: { ...GUEST, vpcId: later("subnet-1") } } }),
                expected: /^consumers\.guest\.vpcId: "subnet-1" is no ID of a VPC/,
            },
            "a region that turns out to be in another partition": {
                change: () => ({ consumers: { guest: { ...GUEST, region: later("cn-north-1") } } }),
                expected: /^consumers\.guest\.region: cn-north-1 is in partition aws-cn/,
            },
            "an organisation of another partition": {
                change: () => ({
                    method: "profile",
                    principals: [
                        "arn:aws-cn:organizations::111122223333:organization/o-a1b2c3d4e5",
                    ],
                }),
                expected: /^principals\[0\]: .* is of partition aws-cn/,
            },
        },
    },
    EksEndpointConsumer: {
        program: (ground, change = NO_CHANGE) => {
            const connection = new StackReference(ground.hub).getOutput("connection");
            const changes = change(ground, connection as Output<EksEndpointConnection>);
            new EksEndpointConsumer("eks", { connection, vpcId: ground.own.vpcId, ...changes });
        },
        refusals: {
            "an account that AWS does not tell": IDENTITY,
            "DNS attributes of the VPC that are off": {
                spoil: dnsOff("own"),
                expected: /^vpcId: VPC \S+ has enableDnsSupport and enableDnsHostnames off/,
            },
            "an output that is not there": {
                change: ({ hub }) => ({
                    connection: new StackReference("again", { name: hub }).getOutput("conection"),
                }),
                expected: /^connection: is missing: stack organization\/\S+hub has no such output/,
            },
            "a range that the hub has dropped": {
                change: edited({
                    admitted: {
                        cidrBlocks: ["10.99.0.0/16"],
                        ipv6CidrBlocks: [],
                        prefixListIds: [],
                        securityGroupIds: [],
                    },
                }),
                expected: /^connection\.admitted\.cidrBlocks: \S+ of VPC \S+ is not admitted/,
            },
            "an account that the policies have dropped": {
                change: edited({
                    perimeter: {
                        organizationIds: [],
                        organizationPaths: [],
                        accountIds: ["111122223333"],
                    },
                }),
                expected: /^connection\.perimeter: the endpoint policies do not let account/,
            },
            "a VPC that the hub has dropped": {
                change: edited({ consumers: {} }),
                expected: /^connection\.consumers: VPC \S+ of account \S+ is not among them/,
            },
            "endpoints of another region": {
                change: edited({ region: "eu-central-1" }),
                expected:
                    /^connection\.region: the endpoints of stack \S+ answer for region eu-central-1/,
            },
            "endpoints of another partition": {
                change: edited({ partition: "aws-cn" }),
                expected:
                    /^connection\.partition: the endpoints of stack \S+ are in partition aws-cn/,
            },
            "zones that the hub no longer has": {
                change: edited({ hostedZoneIds: {} }),
                expected: /^connection\.hostedZoneIds: is empty/,
            },
            "a profile that the hub does not have": {
                change: () => ({ method: "profile" }),
                expected: /^method: "profile" was given, and stack \S+ has no Route 53 Profile/,
            },
            "a service that the hub does not share": {
                change: () => ({ services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"] }),
                expected: /^services\[3\]: stack \S+ does not share eks-proxy/,
            },
        },
    },
    EksInboundDns: {
        program: (ground, change = NO_CHANGE) => {
            const { own } = ground;
            const connection = setOf(ground, true).connection as Output<EksEndpointConnection>;
            new EksInboundDns("dns", {
                vpcId: own.vpcId,
                subnetIds: own.subnetIds.slice(0, 2),
                connection,
                ingress: { cidrBlocks: ["192.168.0.0/16"] },
                ...change(ground, connection),
            });
        },
        refusals: {
            "an account that AWS does not tell": IDENTITY,
            "a connection that is not there": {
                change: () => ({ connection: later(undefined) }),
                expected: /^connection: is missing/,
            },
            "endpoints of another region": {
                change: edited({ region: "eu-central-1" }),
                expected: /^connection\.region: the endpoints are in eu-central-1/,
            },
            "endpoints that no name leads to": {
                change: edited({ privateDnsEnabled: false }),
                expected: /^connection: has no host names that resolve in a VPC/,
            },
            "a VPC that does not see the names": {
                change: ({ other }) => other,
                expected: /^vpcId: VPC \S+ does not answer for the host names/,
            },
            "DNS attributes of the VPC that are off": {
                spoil: dnsOff("own"),
                expected: /vpcId: VPC \S+ has enableDnsSupport and enableDnsHostnames off/,
            },
            "subnets in one zone": {
                change: ({ own }) => ({ subnetIds: [own.subnetIds[0], own.subnetIds[2]] }),
                expected: /^subnetIds: all subnets are in zone eu-west-1a/,
            },
            "a subnet that is not there": {
                change: ({ own }) => ({ subnetIds: [own.subnetIds[0], SUBNET_OF_NOTHING] }),
                expected: /^subnetIds\[1\]: AWS finds no such subnet here/,
            },
            "too few subnets that come later": {
                change: ({ own }) => ({ subnetIds: later(own.subnetIds.slice(0, 1)) }),
                expected: /^subnetIds: has one subnet/,
            },
            "a range that comes later and is the whole internet": {
                change: () => ({ ingress: { cidrBlocks: later(["0.0.0.0/0"]) } }),
                expected: /^ingress\.cidrBlocks\[0\]: 0\.0\.0\.0\/0 admits the whole IPv4 internet/,
            },
        },
    },
};

function setOf({ own: { vpcId, subnetIds } }: Ground, privateDnsEnabled: boolean): EksEndpointSet {
    return new EksEndpointSet("eks", {
        vpcId,
        subnetIds: subnetIds.slice(0, 2),
        privateDnsEnabled,
        flowLogs: { enabled: false },
    });
}

/** A connection with some fields changed on the way. */
function edited(changes: object): Refusal["change"] {
    return (_, connection) => ({
        connection: connection.apply((known) => ({ ...known, ...changes })),
    });
}

/** A value that comes after the arguments have been checked, as from another stack. */
function later(value: unknown): Output<unknown> {
    return output(Promise.resolve(value));
}

function throttle(operation: string): (world: World) => void {
    return (world) => {
        world.faults = Array.from({ length: 50 }, (_, i) => ({
            operation,
            nth: i + 1,
            kind: "throttled" as const,
        }));
    };
}

function dnsOff(network: "own" | "other"): (world: World, ground: Ground) => void {
    return ({ objects: { vpcs } }, ground) => {
        const { vpcId } = ground[network];
        Object.assign(vpcs[vpcId] ?? {}, { enableDnsSupport: false, enableDnsHostnames: false });
    };
}

function changeService(service: string, change: object): (world: World) => void {
    return (world) => {
        const serviceName = `com.amazonaws.eu-west-1.${service}`;
        world.endpointServices = { "eu-west-1": { [serviceName]: change } };
    };
}
