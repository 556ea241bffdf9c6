import type { EksInboundDnsArgs } from "../../../sdk/index";
import { connection } from "../connection";
import { REGION, type Table } from "./table";

/** No lookup finds them. */
const UNSEEN = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"];

/** Every argument of EksInboundDns. */
export const inboundDns: Table<EksInboundDnsArgs> = {
    component: "EksInboundDns",
    file: "tests/support/arguments/inboundDns.ts",
    name: "dns",
    combinations: [
        {
            title: "both address families in a named region",
            args: ({ vpcId, subnetIds: [a = "", b = ""] }) => ({
                vpcId,
                subnetIds: [a, b],
                connection: connection({ vpcId }),
                ingress: {
                    cidrBlocks: ["192.168.0.0/16"],
                    ipv6CidrBlocks: ["2001:db8:7::/48"],
                },
                ipAddressType: "dualstack",
                region: REGION,
                tags: { team: "platform" },
            }),
            arrives: ({ vpcId, subnetIds: [a, b] }) => ({
                vpcId: ["dns-resolvers.vpcId", vpcId],
                subnetIds: ["dns-resolver.ipAddresses", [{ subnetId: a }, { subnetId: b }]],
                connection: ["dns.forwarders.bind", /zone "eks\.eu-central-1\.api\.aws"/],
                "ingress.cidrBlocks": ["dns-resolvers.ingress.0.cidrBlocks", ["192.168.0.0/16"]],
                "ingress.ipv6CidrBlocks": [
                    "dns-resolvers.ingress.0.ipv6CidrBlocks",
                    ["2001:db8:7::/48"],
                ],
                ipAddressType: ["dns-resolver.resolverEndpointType", "DUALSTACK"],
                region: ["dns-resolver.region", REGION],
                tags: ["dns-resolver.tags.team", "platform"],
            }),
            update: true,
        },
        {
            title: "no look-ups",
            args: ({ vpcId }) => ({
                vpcId,
                subnetIds: UNSEEN,
                connection: connection({ vpcId }),
                ingress: { cidrBlocks: ["192.168.0.0/16"] },
                verify: false,
            }),
            arrives: () => ({
                verify: [
                    "dns-resolver.ipAddresses",
                    UNSEEN.map((subnetId): { subnetId: string } => ({ subnetId })),
                ],
            }),
        },
    ],
};
