import { defineArgs } from "../checks/defineArgs";
import { flag, group, input, listOf, oneOf, required, tags, text } from "../checks/shape";
import { checkKnownRegion, checkKnownVpcId } from "../component/commonArgs";
import { checkNames } from "../component/names";
import { connectionShape } from "../connection/checkConnection";
import { IpAddressType } from "../domain/addressing";
import type { EksInboundDnsArgs, InboundDnsIngress } from "./args";
import { checkIngress } from "./checkIngress";
import { checkSubnetIds } from "./checkSubnetIds";
import { applyDefaults, type ResolvedArgs } from "./defaults";
import { childNames } from "./names";

const texts = input(listOf(input(text)));

/** The arguments of EksInboundDns. */
export const inboundDnsArgs = defineArgs<EksInboundDnsArgs, ResolvedArgs>("EksInboundDns", {
    shape: group<EksInboundDnsArgs>({
        vpcId: required(input(text), "the ID of the VPC"),
        subnetIds: required(texts, "the IDs of two subnets or more, in different zones"),
        connection: connectionShape,
        ingress: required(
            group<InboundDnsIngress>({ cidrBlocks: texts, ipv6CidrBlocks: texts }),
            "the ranges of the DNS servers that may ask",
        ),
        ipAddressType: oneOf(IpAddressType),
        region: input(text),
        verify: flag,
        tags,
    }),
    applyDefaults,
    checkName: {
        reads: [],
        check: (name) =>
            checkNames(name, [
                { kind: "securityGroup", childName: childNames.securityGroup },
                { kind: "resolverEndpoint", childName: childNames.resolverEndpoint },
            ]),
    },
    checks: [
        { reads: ["vpcId"], check: checkKnownVpcId },
        { reads: ["subnetIds"], check: ({ subnetIds }) => checkSubnetIds(subnetIds) },
        {
            reads: ["ingress", "ipAddressType"],
            check: (args) => checkIngress(args.ingress, args.ipAddressType),
        },
        { reads: ["region"], check: checkKnownRegion },
    ],
});
