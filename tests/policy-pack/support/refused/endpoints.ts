import {
    awsProvider,
    carriedBy,
    endpoint,
    HTTPS_FROM_VPC,
    type Inputs,
    type Network,
    profile,
    profileAssociation,
    REGION,
    securityGroup,
    subnet,
    vpc,
    zone,
    zoneAssociation,
} from "../resources";
import { outputOf, type TestResource } from "../testResource";
import { type RefusedStack, stack } from "./stack";

function withEndpoint(inputs: Inputs): TestResource[] {
    return stack({ endpoint: inputs });
}

/** The endpoint with something of another VPC. */
function withForeign(property: "securityGroupIds" | "subnetIds"): TestResource[] {
    const tools = vpc({ cidrBlock: "10.1.0.0/16" }, { name: "tools" });
    const place = { vpcId: outputOf(tools) };
    const foreign =
        property === "subnetIds"
            ? subnet(
                  { ...place, cidrBlock: "10.1.0.0/24", availabilityZone: `${REGION}b` },
                  { name: "foreign" },
              )
            : securityGroup(place, { name: "foreign" });
    return stack({ endpoint: { [property]: [outputOf(foreign)] } }, () => [tools, foreign]);
}

function withZone(
    own: Network,
    zoneInputs: Inputs,
    associationInputs: Inputs = {},
): TestResource[] {
    const tools = vpc(
        { cidrBlock: "10.1.0.0/16", region: associationInputs.region },
        { name: "tools" },
    );
    const hosted = zone({ name: `eks-auth.${REGION}.api.aws`, ...zoneInputs });
    const association = zoneAssociation(
        { zoneId: outputOf(hosted, "zoneId"), vpcId: outputOf(tools) },
        { provider: awsProvider("here", { region: REGION }) },
    );
    return [tools, hosted, association];
}

/** The VPC associated with profiles of these names. */
function withProfiles(own: Network, names: string[]): TestResource[] {
    const profiles = new Map(names.map((name) => [name, profile({ name })]));
    const associations = names.map((name, i) => {
        const profileId = outputOf(profiles.get(name) ?? profile());
        const resourceId = outputOf(own.vpc);
        return profileAssociation({ profileId, resourceId }, { name: `joined-${i}` });
    });
    return [...profiles.values(), ...associations];
}

/** Chooses an address for the endpoint. */
function withAddress(own: Network, ipv4: string): TestResource[] {
    own.endpoint.inputs.subnetConfigurations = [{ subnetId: outputOf(own.subnet), ipv4 }];
    return [];
}

/** Zones of these names, which all go into one profile; the last one twice where that is asked for. */
function withZonesInProfile(names: string[], repeat?: "twice"): TestResource[] {
    // Each has a VPC of its own: a VPC has one zone of a name.
    const places = names.map((_, i) =>
        vpc({ cidrBlock: `10.${i + 1}.0.0/16` }, { name: `vpc-${i}` }),
    );
    const zones = names.map((name, i) => {
        const [vpcId] = places.slice(i).map((each) => outputOf(each));
        return zone({ name, vpcs: [{ vpcId }] }, { name: `zone-${i}` });
    });
    const spokes = profile({ name: "spokes" });
    const carried = [...zones, ...(repeat ? zones.slice(-1) : [])];
    const entries = carried.map((each, i) => carriedBy(spokes, each, { name: `entry-${i}` }));
    return [...places, ...zones, spokes, ...entries];
}

/** What is refused of endpoints, their groups and their names. */
export const REFUSED_ENDPOINTS: RefusedStack[] = [
    [
        /only supports the full-access/,
        "endpoint-policy-valid",
        () => withEndpoint({ serviceName: `com.amazonaws.${REGION}.oidc-eks` }),
    ],
    [/policy document is not valid/, "endpoint-policy-valid", () => withEndpoint({ policy: "{}" })],
    [
        /Endpoint Service '.*' does not exist/,
        "service-available",
        () => withEndpoint({ serviceName: "com.amazonaws.us-east-1.eks" }),
    ],
    [
        /Endpoint type \(Gateway\)/,
        "endpoint-type-interface",
        () => withEndpoint({ vpcEndpointType: undefined }),
    ],
    [
        /cross-region endpoints/,
        "service-available",
        () => withEndpoint({ serviceRegion: "eu-west-1" }),
    ],
    [
        /security group '.*' does not exist in VPC/,
        "endpoint-in-one-vpc",
        () => withForeign("securityGroupIds"),
    ],
    [/does not belong to the VPC/, "endpoint-in-one-vpc", () => withForeign("subnetIds")],
    [
        /DuplicateSubnetsInSameZone/,
        "endpoint-multi-zone",
        () =>
            stack({}, (own) => {
                const twin = subnet(
                    {
                        vpcId: outputOf(own.vpc),
                        cidrBlock: "10.0.2.0/24",
                        availabilityZone: `${REGION}a`,
                    },
                    { name: "twin" },
                );
                own.endpoint.inputs.subnetIds = [outputOf(own.subnet), outputOf(twin)];
                return [twin];
            }),
    ],
    [
        /Invalid IP address type/,
        "ip-address-type-consistent",
        () => withEndpoint({ ipAddressType: "ipv5" }),
    ],
    [
        /DNS record IP type/,
        "ip-address-type-consistent",
        () => withEndpoint({ dnsOptions: { dnsRecordIpType: "ipv6" } }),
    ],
    [
        /is not supported by the subnet/,
        "subnets-match-ip-type",
        () => withEndpoint({ ipAddressType: "dualstack" }),
    ],
    [
        /requires both enableDnsSupport/,
        "vpc-dns-attributes",
        () => stack({ vpc: { enableDnsHostnames: false } }),
    ],
    [
        /conflicting DNS domain/,
        "private-dns-unique",
        () => stack({}, (own) => [endpoint({ ...own.endpoint.inputs }, { name: "again" })]),
    ],
    [
        /RulesPerSecurityGroupLimitExceeded/,
        "endpoint-rules-within-quota",
        () => {
            const cidrBlocks = Array.from({ length: 61 }, (_, i) => `10.${i}.0.0/16`);
            return stack({ group: { ingress: [{ ...HTTPS_FROM_VPC, cidrBlocks }] } });
        },
    ],
    [
        /PublicZoneVPCAssociation/,
        "zone-association-possible",
        () => stack({}, (own) => withZone(own, {})),
    ],
    [
        /InvalidVPCId/,
        "zone-association-possible",
        () =>
            stack({}, (own) =>
                withZone(own, { vpcs: [{ vpcId: outputOf(own.vpc) }] }, { region: "eu-west-1" }),
            ),
    ],
    [
        /ConflictingDomainExists/,
        "private-dns-unique",
        () =>
            stack({}, (own) => {
                const hosted = zone({ vpcs: [{ vpcId: outputOf(own.vpc) }] });
                return [own.endpoint, hosted];
            }),
    ],
    [
        /Can't find the resource with ID "arn:/,
        "zone-association-possible",
        () =>
            stack({}, (own) => [
                profileAssociation({
                    profileId: `arn:aws:route53profiles:${REGION}:111122223333:profile/rp-1`,
                    resourceId: outputOf(own.vpc),
                }),
            ]),
    ],
    [
        /SecurityGroupsPerInterfaceLimitExceeded/,
        "endpoint-rules-within-quota",
        () =>
            stack({}, (own) => {
                const vpcId = outputOf(own.vpc);
                const more = [1, 2, 3, 4, 5].map((i) =>
                    securityGroup({ vpcId }, { name: `more-${i}` }),
                );
                const groups = [own.group, ...more];
                own.endpoint.inputs.securityGroupIds = groups.map((each) => outputOf(each));
                return more;
            }),
    ],
    [
        /is already associated with the resource vpc-/,
        "zone-association-possible",
        () => stack({}, (own) => withProfiles(own, ["spokes", "spokes"])),
    ],
    [
        /is associated with the resource vpc-\S+ at the priority/,
        "zone-association-possible",
        () => stack({}, (own) => withProfiles(own, ["spokes", "tools"])),
    ],
    [
        /ConflictingDomainExists/,
        "zone-association-possible",
        () =>
            stack({ endpoint: { privateDnsEnabled: false } }, (own) => {
                const pair = { vpcId: outputOf(own.vpc) };
                const hosted = zone({ vpcs: [pair] });
                return [hosted, zoneAssociation({ ...pair, zoneId: outputOf(hosted, "zoneId") })];
            }),
    ],
    [
        /is already associated with the profile/,
        "zone-association-possible",
        () => stack({}, () => withZonesInProfile(["internal.example.com"], "twice")),
    ],
    [
        /has another private hosted zone for/,
        "zone-association-possible",
        () =>
            stack({}, () => {
                const name = "internal.example.com";
                return withZonesInProfile([name, name]);
            }),
    ],
    [
        /has no matching subnet ID/,
        "subnets-match-ip-type",
        () =>
            stack({}, (own) => {
                const place = { vpcId: outputOf(own.vpc), cidrBlock: "10.0.2.0/24" };
                const other = subnet(place, { name: "other" });
                own.endpoint.inputs.subnetConfigurations = [{ subnetId: outputOf(other) }];
                return [other];
            }),
    ],
    [
        /does not fall within the subnet's address range/,
        "subnets-match-ip-type",
        () => stack({}, (own) => withAddress(own, "10.0.2.10")),
    ],
    [
        /Address 10\.0\.1\.10 is in use/,
        "subnets-match-ip-type",
        () =>
            stack({}, (own) => {
                const serviceName = `com.amazonaws.${REGION}.eks-auth`;
                withAddress(own, "10.0.1.10");
                return [endpoint({ ...own.endpoint.inputs, serviceName }, { name: "eks-auth" })];
            }),
    ],
];
