import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup";
import { CustomResourceOptions, Input } from "@pulumi/pulumi";
import { IpFamily } from "../domain/addressing";
import { RANGES } from "../endpoint-set/checkIngress";
import { checkedLater } from "../endpoint-set/knownItems";
import { ChildScope } from "../endpoint-set/scope";
import { checkRanges } from "./checkIngress";
import { childNames } from "./names";
import { ResolvedArgs } from "./resolveArgs";

const DNS_PORT = 53;

/** The group in front of the Resolver endpoint: DNS from the given ranges, nothing out. Its rules are inline because it is wholly owned. */
export function createSecurityGroup(
    vpcId: Input<string>,
    args: ResolvedArgs,
    { name, region, tags }: ChildScope,
    options: CustomResourceOptions,
): SecurityGroup {
    const { ingress, ipAddressType } = args;
    const admitted = (family: IpFamily) =>
        checkedLater(ingress[RANGES[family]] ?? [], (known) =>
            checkRanges(family, known, ipAddressType),
        );
    const ranges = { cidrBlocks: admitted("ipv4"), ipv6CidrBlocks: admitted("ipv6") };
    const rule = (protocol: string) => ({
        description: `DNS over ${protocol.toUpperCase()} from DNS servers outside AWS`,
        protocol,
        fromPort: DNS_PORT,
        toPort: DNS_PORT,
        ...ranges,
    });
    return new SecurityGroup(
        childNames.securityGroup(name),
        {
            // AWS replaces a group for another description, so it does not carry the name of the component.
            description: "DNS servers that ask for the host names of the EKS endpoints",
            vpcId,
            region,
            // Answers that do not fit into a UDP packet are asked for again over TCP.
            ingress: [rule("tcp"), rule("udp")],
            egress: [],
            tags,
        },
        options,
    );
}
