import { output } from "@pulumi/pulumi";

import type { EksEndpointShareArgs, ShareConsumer } from "../../../sdk/index";

const ORDERS: ShareConsumer = { vpcId: "vpc-0b", accountId: "444455556666" };
const ORGANIZATION = "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5";
const UNIT = "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-11111111";

/** Arguments beside the connection that are right. */
export const RIGHT: { [what: string]: Partial<EksEndpointShareArgs> } = {
    "a connection alone": {},
    "VPCs of other accounts, of the own one and of another region": {
        consumers: {
            orders: ORDERS,
            own: { vpcId: "vpc-0c" },
            "a.b_c-1": { vpcId: "vpc-0d", region: "eu-west-1" },
        },
    },
    "VPC and region that come later": {
        consumers: { orders: { ...ORDERS, vpcId: output("later"), region: output("later") } },
    },
    "a profile for the consumers' accounts": {
        method: "profile",
        consumers: { orders: ORDERS },
    },
    "a profile for an organisation": { method: "profile", principals: [ORGANIZATION] },
    "a profile for a unit, beside consumers that may be in it": {
        method: "profile",
        principals: [UNIT],
        consumers: { orders: ORDERS },
    },
    "a profile for the hub's own account": {
        method: "profile",
        consumers: { own: { vpcId: "vpc-0c" } },
    },
    "as many VPCs as a zone has room for": { consumers: consumers(299, "444455556666") },
    "as many VPCs as a profile has room for": {
        method: "profile",
        consumers: consumers(1000, "444455556666"),
    },
    "eks and its FIPS endpoint where their names differ": { services: ["eks", "eks-fips"] },
    "null for what other languages leave out": {
        services: null as never,
        consumers: { orders: { ...ORDERS, region: null as never } },
        principals: null as never,
    },
};

/** Arguments beside the connection that are wrong, and the problems that tell so. */
export const WRONG: { [what: string]: [unknown, string[]] } = {
    "a missing connection": [
        { connection: undefined },
        [
            "connection: is missing; give the connection output of an EksEndpointShare or EksEndpointSet, and run " +
                "pulumi up in its stack if it has none yet",
        ],
    ],
    "an unknown service": [
        { services: ["s3"] },
        [
            'services[0]: "s3" was given; give one of eks, eks-fips, eks-auth, oidc-eks, eks-proxy, eks-capabilities',
        ],
    ],
    "a service without a host name of its own": [
        { services: ["eks", "eks-capabilities"] },
        [
            "services[1]: eks-capabilities has no host name that could be shared: AWS points the public name of a " +
                "capability at the endpoint that its networkAccess.vpceIds names; leave it out",
        ],
    ],
    "no service": [
        { services: [] },
        [
            "services: is empty; name at least one of eks, eks-fips, eks-auth, oidc-eks, eks-proxy, eks-capabilities, or leave it out for the default",
        ],
    ],
    "a service twice": [
        { services: ["eks", "eks"] },
        ['services[1]: "eks" is there twice; there is one endpoint a service, so name it once'],
    ],
    "two services of one host name": [
        { services: ["eks", "eks-fips"], region: "us-gov-west-1" },
        [
            "services[1]: eks-fips has the same host name as eks in us-gov-west-1; name one of the two",
        ],
    ],
    "an unknown address type": [
        { ipAddressType: "ipv5" },
        ['ipAddressType: "ipv5" was given; give one of ipv4, dualstack, ipv6; did you mean ipv4?'],
    ],
    "a region of no known form": [
        { region: "Frankfurt", services: ["oidc-eks"] },
        [
            'region: "Frankfurt" has the form of no AWS region; write it as AWS does, for example eu-central-1',
        ],
    ],
    "a region that comes later": [
        { region: output("eu-west-1") },
        [
            "region: an Output was given where a plain value is needed, because the component reads it before any Output is known; give a string that is not empty",
        ],
    ],
    "a consumer without VPC": [
        { consumers: { orders: { accountId: "444455556666" } } },
        ["consumers.orders.vpcId: is missing; give the ID of the VPC"],
    ],
    "a consumer that is text": [
        { consumers: { orders: "vpc-0b" } },
        ['consumers.orders: "vpc-0b" was given; give an object with named values'],
    ],
    "a consumer that comes later as a whole": [
        { consumers: { orders: output(ORDERS), billing: Promise.resolve(ORDERS) } },
        ["orders", "billing"].map(
            (name) =>
                `consumers.${name}: an Output was given where a plain value is needed, because the component reads it before any Output is known; give an object with named values, of which these may be Outputs: vpcId, region`,
        ),
    ],
    "a name that cannot be part of others": [
        { consumers: { "a/b": ORDERS } },
        [
            'consumers.a/b: "a/b" becomes part of resource names; use only letters, digits and . _ -, and do not change the name afterwards',
        ],
    ],
    "what is no VPC": [
        { consumers: { orders: { ...ORDERS, vpcId: "subnet-1" } } },
        [
            'consumers.orders.vpcId: "subnet-1" is no ID of a VPC; give it in the form vpc-0123456789abcdef0',
        ],
    ],
    "what is no account": [
        { consumers: { orders: { ...ORDERS, accountId: "orders" } } },
        ['consumers.orders.accountId: "orders" is no account ID; give its 12 digits as text'],
    ],
    "an account as a number": [
        { consumers: { orders: { ...ORDERS, accountId: 444455556666 } } },
        ["consumers.orders.accountId: 444455556666 was given as a number; write it in quotes"],
    ],
    "a VPC twice": [
        { consumers: { billing: ORDERS, orders: { vpcId: "vpc-0b" } } },
        ["consumers.orders.vpcId: vpc-0b is there as billing already; name it once"],
    ],
    "a VPC twice in a map without an order": [
        { consumers: { orders: { vpcId: "vpc-0b" }, billing: ORDERS } },
        ["consumers.orders.vpcId: vpc-0b is there as billing already; name it once"],
    ],
    "a consumer in another partition": [
        { region: "eu-west-1", consumers: { orders: { ...ORDERS, region: "cn-north-1" } } },
        [
            "consumers.orders.region: cn-north-1 is in partition aws-cn, and the endpoints are in eu-west-1; a hosted zone and its VPCs have to be in the same partition",
        ],
    ],
    "a consumer in another region than the profile": [
        {
            region: "eu-west-1",
            method: "profile",
            consumers: { orders: { ...ORDERS, region: "eu-west-2" } },
        },
        [
            'consumers.orders.region: "eu-west-2" was given, but the profile serves VPCs of its own region eu-west-1 only; give the VPC endpoints of its own region, or use method hostedZones',
        ],
    ],
    "one VPC more than a zone has room for": [
        { consumers: consumers(300, "444455556666") },
        [
            "consumers: 300 were given, but a hosted zone has at most 300 VPCs and the hub's is one of them; keep 299, or use method profile, which has room for 1000",
        ],
    ],
    "one VPC more than a profile has room for": [
        { method: "profile", consumers: consumers(1001, "444455556666") },
        [
            "consumers: 1001 were given, but a profile has at most 1000 VPCs; keep as many, and give the others endpoints of their own",
        ],
    ],
    "one VPC of the own account more than a zone has room for": [
        { method: "profile", consumers: consumers(300) },
        [
            "consumers: 300 without accountId were given, and these are associated with the hosted zones, which have at most 300 VPCs, the hub's among them; keep 299, and associate others with the profile instead",
        ],
    ],
    "principals without a profile": [
        { principals: ["444455556666"] },
        [
            "principals: has no effect with method hostedZones, which authorises each VPC of consumers; remove it, or use method profile",
        ],
    ],
    "a profile for nobody": [
        { method: "profile" },
        [
            "principals: is missing, and no consumer has an accountId, so the profile would be shared with nobody; name account IDs, or ARNs of the organisation or of organisational units",
        ],
    ],
    "an empty list of principals": [
        { method: "profile", principals: [], consumers: { orders: ORDERS } },
        [
            "principals: is empty, so the profile would be shared with nobody; name account IDs, or ARNs of the organisation or of organisational units",
        ],
    ],
    "a principal that RAM shares no profile with": [
        { method: "profile", principals: ["arn:aws:iam::444455556666:role/admin"] },
        [
            'principals[0]: "arn:aws:iam::444455556666:role/admin" is neither an account ID nor the ARN of an organisation or of an organisational unit; profiles are shared inside the organisation only, for example with arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5',
        ],
    ],
    "a principal twice": [
        { method: "profile", principals: [ORGANIZATION, ORGANIZATION] },
        [`principals[1]: ${ORGANIZATION} is there twice; name it once`],
    ],
    "a consumer that the principals leave out": [
        { method: "profile", principals: ["777788889999"], consumers: { orders: ORDERS } },
        [
            "principals: does not name 444455556666, which consumers names; add it, or leave principals out",
        ],
    ],
    "an argument of another name": [
        { consumer: {} },
        [
            "consumer: is not known here; known: connection, services, ipAddressType, consumers, method, principals, region, tags; did you mean consumers?",
        ],
    ],
};

/** As many consumers, in as many VPCs. */
function consumers(count: number, accountId?: string): { [name: string]: ShareConsumer } {
    const numbers = Array.from({ length: count }, (_, i) => i);
    return Object.fromEntries(
        numbers.map((i) => [`c${i}`, { vpcId: `vpc-${i.toString(16)}`, accountId }]),
    );
}
