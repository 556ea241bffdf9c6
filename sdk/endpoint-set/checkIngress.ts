import {
    checkKnownItems,
    isKnownList,
    knownItems,
    type List,
    mayHaveItems,
} from "../component/lists";
import { familiesOf, IP_FAMILIES, type IpFamily, RANGES } from "../domain/addressing";
import { checkCidrBlocks } from "../domain/cidrBlocks";
import { checkAdmittedFamilies, ENDPOINT_PORT, type IngressRule } from "../domain/ingress";
import { type Problem, problem, within } from "../domain/problem";
import { checkRuleRoom, NO_RULES, RULES_PER_GROUP } from "../domain/ruleRoom";
import type { EndpointIngress } from "./args";
import type { ResolvedArgs } from "./defaults";

/** Everything that is wrong with who may connect, as far as it is known. */
export function checkClients(args: ResolvedArgs): Problem[] {
    const { ingress, securityGroupIds, verify } = args;
    if (securityGroupIds !== undefined) {
        return checkOwnGroups(args);
    }
    if (ingress !== undefined) {
        return checkIngress(ingress, args.ipAddressType);
    }
    const reason =
        "is missing, and with verify: false the ranges of the VPC are not looked up; " +
        "give cidrBlocks, or securityGroupIds of your own";
    return verify ? [] : problem("ingress", reason);
}

function checkOwnGroups({ ingress, securityGroupIds }: ResolvedArgs): Problem[] {
    const useless =
        "has no effect beside securityGroupIds, whose rules are your own; remove one of the two";
    return [
        ...(ingress === undefined ? [] : problem("ingress", useless)),
        ...checkGroupIds(securityGroupIds),
    ];
}

/** Whether groups of the user's own are any, as far as they are known. */
export function checkGroupIds(securityGroupIds: List | undefined): Problem[] {
    const empty =
        "is empty, and then AWS attaches the VPC's default group; name a group, or leave it out for a managed one";
    return mayHaveItems(securityGroupIds) ? [] : problem("securityGroupIds", empty);
}

function checkIngress(ingress: EndpointIngress, ipAddressType: string): Problem[] {
    const { cidrBlocks, ipv6CidrBlocks, prefixListIds, sourceSecurityGroupIds } = ingress;
    const lists = [cidrBlocks, ipv6CidrBlocks, prefixListIds, sourceSecurityGroupIds];
    if (!lists.some(mayHaveItems)) {
        const reason =
            "admits nobody; give clients, or leave it out to admit the ranges of the VPC";
        return problem("ingress", reason);
    }
    return IP_FAMILIES.flatMap((family) => {
        const list = ingress[RANGES[family]] ?? [];
        return isKnownList(list)
            ? checkRanges(family, list, ingress, ipAddressType)
            : checkKnownRanges(family, list, ingress, ipAddressType);
    });
}

/** Everything that is wrong with the ranges of one family, all of which are known. */
export function checkRanges(
    family: IpFamily,
    ranges: string[],
    ingress: EndpointIngress,
    ipAddressType: string,
): Problem[] {
    const path = `ingress.${RANGES[family]}`;
    if (!familiesOf(ipAddressType).includes(family)) {
        return ranges.length === 0 ? [] : useless(path, ipAddressType);
    }
    const malformed = checkKnown(family, ranges, ingress);
    // Groups and prefix lists admit clients of every family.
    const open = [ingress.prefixListIds, ingress.sourceSecurityGroupIds].some(mayHaveItems);
    return malformed.length > 0 || open
        ? malformed
        : within("ingress", checkAdmittedFamilies([ruleOf(family, ranges)], [family]));
}

/** What is wrong with those ranges of a family that are known now; the others are checked with them when they come. */
function checkKnownRanges(
    family: IpFamily,
    list: List,
    ingress: EndpointIngress,
    ipAddressType: string,
): Problem[] {
    const path = `ingress.${RANGES[family]}`;
    return familiesOf(ipAddressType).includes(family)
        ? checkKnownItems(path, list, (values) => checkKnown(family, values, ingress))
        : useless(path, ipAddressType);
}

/** What is wrong with ranges whatever else is admitted, and with the number of rules that they and the known groups make. */
function checkKnown(family: IpFamily, ranges: string[], ingress: EndpointIngress): Problem[] {
    const path = `ingress.${RANGES[family]}`;
    const groups = knownItems(ingress.sourceSecurityGroupIds).map(({ value }) => value);
    const rules = new Set([...ranges, ...groups]).size;
    const fix = "write fewer, wider ranges, or name groups of your own in securityGroupIds instead";
    return [
        ...checkCidrBlocks(path, ranges, family),
        ...checkRuleRoom(path, { ...NO_RULES, [RANGES[family]]: rules }, RULES_PER_GROUP, fix),
    ];
}

function useless(path: string, ipAddressType: string): Problem[] {
    const reason =
        `admits clients that the endpoints have no address for, because ipAddressType is "${ipAddressType}"; ` +
        "remove it or change ipAddressType";
    return problem(path, reason);
}

/** The rule that the ranges of a family become. */
function ruleOf(family: IpFamily, ranges: string[]): IngressRule {
    return {
        path: "",
        ipProtocol: "tcp",
        fromPort: ENDPOINT_PORT,
        toPort: ENDPOINT_PORT,
        cidrBlocks: family === "ipv4" ? ranges : [],
        ipv6CidrBlocks: family === "ipv6" ? ranges : [],
        prefixListIds: [],
        securityGroupIds: [],
        self: false,
    };
}
