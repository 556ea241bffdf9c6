import type { Output } from "@pulumi/pulumi";

import { type Checked, demand, derive } from "../../checks/checked";
import { refuse } from "../../checks/conclude";
import { withoutSecrets } from "../../checks/secrets";
import type { List } from "../../component/lists";
import { familiesOf, type IpFamily, RANGES } from "../../domain/addressing";
import { type Problem, problem } from "../../domain/problem";
import { type Answer, remedyFor } from "../../lookups/lookup";
import type { VpcInfo } from "../../lookups/vpc";
import { verifyItems, verifyList } from "../../verify/late";
import { absentVpc } from "../../verify/vpc";
import type { EndpointIngress } from "../args";
import { checkRanges } from "../checkIngress";
import type { ResolvedArgs } from "../defaults";

/** Who may connect to the endpoints, list by list, so that one unknown client hides no other in a preview. */
export interface Admitted {
    cidrBlocks: List;
    ipv6CidrBlocks: List;
    prefixListIds: List;
    securityGroupIds: List;
}

/** Clients that the managed group admits: what `ingress` says, or else the VPC's own ranges; nobody where the group is not ours. */
export function verifyAdmitted(
    args: ResolvedArgs,
    vpc: Checked<Answer<VpcInfo>> | undefined,
): Admitted {
    const { ingress, ipAddressType } = args;
    if (ingress !== undefined) {
        return admitGiven(ingress, ipAddressType);
    }
    const families = familiesOf(ipAddressType);
    const ranges = (family: IpFamily): List =>
        vpc === undefined || args.securityGroupIds !== undefined || !families.includes(family)
            ? []
            : demand(derive(vpc, (answer) => rangesOf(answer, family, vpc)));
    return {
        cidrBlocks: ranges("ipv4"),
        ipv6CidrBlocks: ranges("ipv6"),
        prefixListIds: [],
        securityGroupIds: [],
    };
}

function admitGiven(ingress: EndpointIngress, ipAddressType: string): Admitted {
    const ranges = (family: IpFamily): List =>
        verifyList(ingress[RANGES[family]] ?? [], `ingress.${RANGES[family]}`, (known) =>
            checkRanges(family, known, ingress, ipAddressType),
        );
    return {
        cidrBlocks: ranges("ipv4"),
        ipv6CidrBlocks: ranges("ipv6"),
        prefixListIds: verifyItems(ingress.prefixListIds ?? [], "ingress.prefixListIds"),
        securityGroupIds: verifyItems(
            ingress.sourceSecurityGroupIds ?? [],
            "ingress.sourceSecurityGroupIds",
        ),
    };
}

async function rangesOf(
    answer: Answer<VpcInfo>,
    family: IpFamily,
    asked: Output<unknown>,
): Promise<string[]> {
    if (answer.kind === "found") {
        return family === "ipv4" ? answer.found.cidrBlocks : answer.found.ipv6CidrBlocks;
    }
    if (answer.kind !== "mocked") {
        // Of a VPC that is not there its own check has spoken, in the words that are said once.
        const isAbsent = answer.kind === "absent";
        const problems = isAbsent ? absentVpc(answer.reason) : unknownRanges(answer.reason);
        refuse(await withoutSecrets(problems, asked));
    }
    return [];
}

function unknownRanges(why: string): Problem[] {
    const reason =
        `is missing, and the ranges of the VPC could not be looked up: ${why}; ` +
        remedyFor(why, "give cidrBlocks, or securityGroupIds of your own");
    return problem("ingress", reason);
}
