import { checkKnownItems, isKnownList, mayHaveItems } from "../component/lists";
import { familiesOf, IP_FAMILIES, type IpFamily, RANGES } from "../domain/addressing";
import { checkCidrBlocks } from "../domain/cidrBlocks";
import { type Problem, problem } from "../domain/problem";
import { checkRuleRoom, NO_RULES, RULES_PER_GROUP } from "../domain/ruleRoom";
import { nameFamily } from "../domain/world";
import type { InboundDnsIngress } from "./args";

/** Everything that is wrong with who may ask, as far as it is known. */
export function checkIngress(ingress: InboundDnsIngress, ipAddressType: string): Problem[] {
    if (!IP_FAMILIES.some((family) => mayHaveItems(ingress[RANGES[family]]))) {
        const reason = "admits nobody; give the ranges of the DNS servers that may ask";
        return problem("ingress", reason);
    }
    return IP_FAMILIES.flatMap((family) => {
        const list = ingress[RANGES[family]] ?? [];
        if (isKnownList(list)) {
            return checkRanges(family, list, ipAddressType);
        }
        const path = `ingress.${RANGES[family]}`;
        return serves(ipAddressType, family)
            ? checkKnownItems(path, list, (values) => checkKnown(family, values))
            : useless(path, ipAddressType);
    });
}

/** Everything that is wrong with the ranges of one family, all of which are known. */
export function checkRanges(family: IpFamily, ranges: string[], ipAddressType: string): Problem[] {
    const path = `ingress.${RANGES[family]}`;
    if (!serves(ipAddressType, family)) {
        return ranges.length === 0 ? [] : useless(path, ipAddressType);
    }
    if (ranges.length === 0) {
        const reason =
            `admits nobody over ${nameFamily(family)}, although DNS servers are told to ask the ${nameFamily(family)} ` +
            `addresses of the Resolver endpoint too; give ${RANGES[family]}, or change ipAddressType`;
        return problem("ingress", reason);
    }
    return checkKnown(family, ranges);
}

/** What is wrong with ranges, and with the number of rules that they make: DNS is asked over two protocols. */
function checkKnown(family: IpFamily, ranges: string[]): Problem[] {
    const path = `ingress.${RANGES[family]}`;
    const rules = { ...NO_RULES, [RANGES[family]]: 2 * new Set(ranges).size };
    const fix = "a range takes two, for TCP and UDP; write fewer, wider ranges";
    return [
        ...checkCidrBlocks(path, ranges, family),
        ...checkRuleRoom(path, rules, RULES_PER_GROUP, fix),
    ];
}

function useless(path: string, ipAddressType: string): Problem[] {
    const reason =
        "admits DNS servers that the Resolver endpoint has no address for, because ipAddressType is " +
        `"${ipAddressType}"; remove it or change ipAddressType`;
    return problem(path, reason);
}

function serves(ipAddressType: string, family: IpFamily): boolean {
    return familiesOf(ipAddressType).includes(family);
}
