import { Input, Output } from "@pulumi/pulumi";
import { demand, derive, refuse, unchecked } from "../checks/checked";
import { familiesOf, IpFamily } from "../domain/addressing";
import { Answer } from "../lookups/lookup";
import { VpcInfo } from "../lookups/vpc";
import { EndpointIngressArgs } from "./args";
import { checkIngress } from "./checkIngress";
import { ResolvedArgs } from "./defaults";
import { isKnownList } from "./knownItems";

type List = Input<Input<string>[]>;

/** Who may connect to the endpoints, list by list, so that one unknown client hides no other in a preview. */
export interface Admitted {
    cidrBlocks: List;
    ipv6CidrBlocks: List;
    prefixListIds: List;
    securityGroupIds: List;
}

/** Clients that the managed group admits: what `ingress` says, or else the VPC's own ranges; nobody where the group is not ours. */
export function resolveAdmitted(
    args: ResolvedArgs,
    vpc: Output<Answer<VpcInfo>> | undefined,
): Admitted {
    const { ingress, ipAddressType } = args;
    if (ingress !== undefined) {
        return admitGiven(ingress, ipAddressType);
    }
    const families = familiesOf(ipAddressType);
    const ranges = (family: IpFamily): List =>
        vpc === undefined || args.securityGroupIds !== undefined || !families.includes(family)
            ? []
            : demand(derive(unchecked(vpc), (answer) => rangesOf(answer, family)));
    return {
        cidrBlocks: ranges("ipv4"),
        ipv6CidrBlocks: ranges("ipv6"),
        prefixListIds: [],
        securityGroupIds: [],
    };
}

/** Lists that are known now have been checked with the other arguments; the others wait for the same check. */
function admitGiven(ingress: EndpointIngressArgs, ipAddressType: string): Admitted {
    const { cidrBlocks = [], ipv6CidrBlocks = [], prefixListIds = [] } = ingress;
    const { sourceSecurityGroupIds = [] } = ingress;
    const lists = { cidrBlocks, ipv6CidrBlocks, prefixListIds, sourceSecurityGroupIds };
    const checked = derive(unchecked(lists), (known) => {
        refuse(checkIngress(known, ipAddressType));
        return known;
    });
    const behindCheck = (name: keyof typeof lists): List =>
        isKnownList(lists[name]) ? lists[name] : demand(derive(checked, (known) => known[name]));
    return {
        cidrBlocks: behindCheck("cidrBlocks"),
        ipv6CidrBlocks: behindCheck("ipv6CidrBlocks"),
        prefixListIds: behindCheck("prefixListIds"),
        securityGroupIds: behindCheck("sourceSecurityGroupIds"),
    };
}

function rangesOf(answer: Answer<VpcInfo>, family: IpFamily): string[] {
    if (answer.kind === "found") {
        return family === "ipv4" ? answer.found.cidrBlocks : answer.found.ipv6CidrBlocks;
    }
    const reason =
        `is missing, and the ranges of the VPC could not be looked up: ${answer.reason}; ` +
        "give cidrBlocks, or securityGroupIds of your own";
    refuse([{ path: "ingress", reason }]);
    return [];
}
