import { Question } from "./analyzer";
import {
    accountPolicy,
    carriedBy,
    cluster,
    deliveryTrust,
    EKS_HOSTS,
    endpoint,
    HTTPS_FROM_VPC,
    Network,
    network,
    profile,
    providerOf,
    REGION,
    resourceShare,
    sharedThrough,
    stackOf,
    vpc,
    zone,
    zoneAssociation,
    zonesFor,
} from "./resources";
import { outputOf, TestResource } from "./testResource";

/** Resources about which one policy has exactly one thing to say. */
export interface Violation {
    resources: () => TestResource[];
    /** Name of the resource that the finding is about. */
    about: string;
    /** Config of `flow-logs-retention`, for the policies that judge how others are configured. */
    configured?: Question["config"];
}

/** The compliant network with parts of it spoilt. */
function spoilt(about: string, parts: Parameters<typeof network>[0] = {}): Violation {
    return { about, resources: () => stackOf(network(parts)) };
}

/** The compliant network with more in it. */
function extended(
    about: string,
    more: (stack: Network) => TestResource[],
    parts: Parameters<typeof network>[0] = {},
): Violation {
    return {
        about,
        resources: () => {
            const stack = network(parts);
            return stackOf(stack, ...more(stack));
        },
    };
}

function inService(service: string, region = REGION): { serviceName: string } {
    return { serviceName: `com.amazonaws.${region}.${service}` };
}

const NO_PRIVATE_DNS = { endpoint: { privateDnsEnabled: false } };

const ENDPOINT_POLICIES: { [policy: string]: Violation } = {
    "endpoint-policy-required": spoilt("eks", { endpoint: { policy: undefined } }),
    "endpoint-policy-perimeter": spoilt("eks", {
        endpoint: { policy: accountPolicy({ Condition: undefined }) },
    }),
    "endpoint-policy-valid": spoilt("eks", {
        endpoint: { policy: accountPolicy({ Effect: "Deny" }) },
    }),
    "endpoint-policy-least-privilege": spoilt("eks", {
        endpoint: { policy: accountPolicy({ Action: "*" }) },
    }),
};

const SECURITY_GROUPS: { [policy: string]: Violation } = {
    "endpoint-security-group-required": spoilt("eks", {
        endpoint: { securityGroupIds: undefined },
    }),
    "endpoint-ingress-https-only": spoilt("endpoints", {
        group: { ingress: [{ ...HTTPS_FROM_VPC, toPort: 444 }] },
    }),
    "endpoint-ingress-no-world": spoilt("endpoints", {
        group: { ingress: [{ ...HTTPS_FROM_VPC, cidrBlocks: ["0.0.0.0/0"] }] },
    }),
    "endpoint-ingress-matches-ip-type": spoilt("eks", { endpoint: { ipAddressType: "dualstack" } }),
    "endpoint-rules-described": spoilt("endpoints", {
        group: { ingress: [{ ...HTTPS_FROM_VPC, description: undefined }] },
    }),
    "endpoint-egress-empty": spoilt("endpoints", { group: { egress: [HTTPS_FROM_VPC] } }),
};

const FLOW_LOGS: { [policy: string]: Violation } = {
    "vpc-flow-logs-required": spoilt("vpc", { log: { vpcId: "vpc-of-others" } }),
    "vpc-flow-logs-unverified": spoilt("eks", {
        endpoint: { vpcId: "vpc-0123", subnetIds: ["subnet-0123"] },
    }),
    "flow-logs-all-traffic": spoilt("log", { log: { trafficType: "REJECT" } }),
    "flow-logs-retention": spoilt("flow-logs", { logGroup: { retentionInDays: 30 } }),
    "flow-logs-encrypted": spoilt("flow-logs", { logGroup: { kmsKeyId: undefined } }),
    "flow-logs-delivery-scoped": spoilt("delivery", {
        role: { assumeRolePolicy: deliveryTrust({ Condition: undefined }) },
    }),
};

const DNS: { [policy: string]: Violation } = {
    "private-dns-enabled": spoilt("eks", NO_PRIVATE_DNS),
    "vpc-dns-attributes": spoilt("vpc", { vpc: { enableDnsHostnames: false } }),
    "private-dns-unique": extended("eks", (stack) => [
        endpoint({ vpcId: outputOf(stack.vpc) }, { name: "second" }),
    ]),
    "shadowed-hosts-resolvable": spoilt("eks"),
    "hosted-zones-complete": extended(
        "eks",
        (stack) => zonesFor(stack.endpoint, stack.vpc, { hosts: EKS_HOSTS.slice(0, 1) }),
        NO_PRIVATE_DNS,
    ),
};

const PLACES: { [policy: string]: Violation } = {
    "ip-address-type-consistent": spoilt("eks", { endpoint: { ipAddressType: "ipv5" } }),
    "subnets-match-ip-type": spoilt("eks", { endpoint: { ipAddressType: "dualstack" } }),
    "endpoint-multi-zone": spoilt("eks"),
    "service-available": spoilt("eks", { endpoint: inService("eks", "mx-central-1") }),
};

const SHARING: { [policy: string]: Violation } = {
    "share-inside-organization": extended(
        "share",
        (stack) => {
            const own = profile();
            const share = resourceShare({ allowExternalPrincipals: true });
            const shared = {
                resourceArn: outputOf(own, "arn"),
                resourceShareArn: outputOf(share, "arn"),
            };
            return [own, carriedBy(own, stack.endpoint), share, sharedThrough(shared)];
        },
        NO_PRIVATE_DNS,
    ),
    "zone-association-authorized": {
        about: "association",
        resources: () => {
            const [hub, spoke] = [providerOf("111111111111"), providerOf("222222222222")];
            const own = { ...vpc({}, { name: "hub" }), provider: hub };
            const other = { ...vpc({}, { name: "spoke" }), provider: spoke };
            const hosted = zone({ vpcs: [{ vpcId: outputOf(own) }] }, { provider: hub });
            const both = { zoneId: outputOf(hosted, "zoneId"), vpcId: outputOf(other) };
            return [own, other, hosted, zoneAssociation(both, { provider: spoke })];
        },
    },
};

const CLUSTERS: { [policy: string]: Violation } = {
    "cluster-private-access": {
        about: "cluster",
        resources: () => [cluster({ endpointPrivateAccess: false })],
    },
    "cluster-endpoints-present": extended("cluster", (stack) => [
        cluster({ subnetIds: [outputOf(stack.subnet)] }),
    ]),
    "fips-endpoints-only": spoilt("eks"),
};

const PACK: { [policy: string]: Violation } = {
    "policy-configuration": {
        ...spoilt("test-dev"),
        configured: { "flow-logs-retention": { minimumDay: 30 } },
    },
    "exemptions-in-use": {
        ...spoilt("test-dev"),
        configured: {
            "flow-logs-retention": {
                exemptions: [{ resource: "nothing", reason: "agreed", expires: "2999-12-31" }],
            },
        },
    },
};

/** One violation of each policy, by its ID. */
export const VIOLATIONS: { [policy: string]: Violation } = {
    ...ENDPOINT_POLICIES,
    ...SECURITY_GROUPS,
    ...FLOW_LOGS,
    ...DNS,
    ...PLACES,
    ...SHARING,
    ...CLUSTERS,
    ...PACK,
};
