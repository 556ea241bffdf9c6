import type { EksEndpointConnection, EksService, IpAddressType } from "../../sdk/index";

/** A connection as a share of a hub in eu-central-1 writes it, with some fields changed. */
export function connection(changes: Partial<EksEndpointConnection> = {}): EksEndpointConnection {
    const service = (name: string, hostNames: string[], n: number) => ({
        endpointId: `vpce-${n}`.padEnd(22, "0"),
        endpointArn: `arn:aws:ec2:eu-central-1:111122223333:vpc-endpoint/vpce-${n}`,
        hostNames,
        regionalDnsName: `vpce-${n}.${name}.eu-central-1.vpce.amazonaws.com`,
        hostedZoneId: "Z1FAKE",
    });
    return {
        schemaVersion: 1,
        stack: "acme/network/hub",
        region: "eu-central-1",
        partition: "aws",
        accountId: "111122223333",
        vpcId: "vpc-0a",
        services: {
            eks: service("eks", ["eks.eu-central-1.amazonaws.com", "eks.eu-central-1.api.aws"], 1),
            "eks-auth": service("eks-auth", ["eks-auth.eu-central-1.api.aws"], 2),
            "oidc-eks": service(
                "oidc-eks",
                ["oidc.eks.eu-central-1.amazonaws.com", "oidc-eks.eu-central-1.api.aws"],
                3,
            ),
        },
        hostedZoneIds: {
            "eks.eu-central-1.amazonaws.com": "Z01",
            "eks.eu-central-1.api.aws": "Z02",
            "eks-auth.eu-central-1.api.aws": "Z03",
            "oidc.eks.eu-central-1.amazonaws.com": "Z04",
            "oidc-eks.eu-central-1.api.aws": "Z05",
        },
        consumers: {},
        admitted: {
            cidrBlocks: ["10.0.0.0/8"],
            ipv6CidrBlocks: [],
            prefixListIds: [],
            securityGroupIds: [],
        },
        perimeter: { organizationIds: [], organizationPaths: [], accountIds: ["111122223333"] },
        ipAddressType: "ipv4",
        dnsRecordIpType: "ipv4",
        privateDnsEnabled: false,
        ...changes,
    };
}

/** A connection of another stack with endpoints for these services alone. */
export function offering(
    services?: EksService[],
    ipAddressType: IpAddressType = "ipv4",
): EksEndpointConnection {
    const given = connection({
        hostedZoneIds: {},
        ipAddressType,
        dnsRecordIpType: ipAddressType,
    });
    const offered = Object.entries(given.services).filter(
        ([service]) => services?.some((each) => each === service) ?? true,
    );
    return { ...given, services: Object.fromEntries(offered) };
}
