import type { IpFamily } from "./addressing";
import { type AddressRange, isMapped, parseCidr } from "./cidr";
import { describeMalformed, NARROW_IT } from "./cidrBlocks";
import { joinPath, type Problem } from "./problem";
import { findOpenFamilies, findOpenFamily, nameFamily } from "./world";

/** The port of every EKS service, over TCP. Source: the services speak HTTPS only. */
export const ENDPOINT_PORT = 443;

/** One ingress rule of a security group, wherever it is written. */
export interface IngressRule {
    /** Where the rule is, in the words of whoever wrote it: `ingress[0]`. */
    path: string;
    /** As AWS takes it: a name (`tcp`) or a number (`6`); `-1` is every protocol. */
    ipProtocol: string;
    fromPort?: number;
    toPort?: number;
    cidrBlocks: string[];
    ipv6CidrBlocks: string[];
    prefixListIds: string[];
    securityGroupIds: string[];
    /** Whether the rule admits members of the group itself. */
    self: boolean;
    description?: string;
}

/** Rules that admit anything but TCP 443; `fix` is what to do about it. */
export function checkAdmittedPorts(rules: IngressRule[], fix = "so admit nothing else"): Problem[] {
    return rules.flatMap((rule) => {
        const admitted = describeExcess(rule);
        return admitted === undefined
            ? []
            : [
                  {
                      path: rule.path,
                      reason: `admits ${admitted}; an endpoint answers on TCP ${ENDPOINT_PORT} only, ${fix}`,
                  },
              ];
    });
}

function describeExcess({ ipProtocol, fromPort, toPort }: IngressRule): string | undefined {
    if (isEveryProtocol(ipProtocol)) {
        return `every protocol and port (ipProtocol "${ipProtocol}")`;
    }
    if (!isTcp(ipProtocol)) {
        return `protocol "${ipProtocol}"`;
    }
    if (fromPort === undefined || toPort === undefined) {
        return "TCP without saying on which ports";
    }
    if (fromPort === toPort) {
        return fromPort === ENDPOINT_PORT ? undefined : `TCP port ${fromPort}`;
    }
    return `TCP ports ${fromPort} to ${toPort}`;
}

function isEveryProtocol(ipProtocol: string): boolean {
    return ["-1", "all"].includes(ipProtocol.toLowerCase());
}

function isTcp(ipProtocol: string): boolean {
    return ["tcp", "6"].includes(ipProtocol.toLowerCase());
}

/** Whether a rule admits TCP 443, among others perhaps. */
export function admitsEndpointPort({ ipProtocol, fromPort, toPort }: IngressRule): boolean {
    return (
        isEveryProtocol(ipProtocol) ||
        (isTcp(ipProtocol) &&
            (fromPort ?? 0) <= ENDPOINT_PORT &&
            (toPort ?? 65535) >= ENDPOINT_PORT)
    );
}

interface Source extends AddressRange {
    path: string;
    text: string;
}

/** The CIDR ranges of a rule with their paths, and what of them cannot be read. */
function readSources(rule: IngressRule): { sources: Source[]; problems: Problem[] } {
    const texts = [
        ...listBlocks(rule, "cidrBlocks", "ipv4"),
        ...listBlocks(rule, "ipv6CidrBlocks", "ipv6"),
    ].map((block) => ({ ...block, cidr: parseCidr(block.text) }));
    return {
        sources: texts.flatMap(({ path, text, cidr }) => (cidr ? [{ ...cidr, path, text }] : [])),
        problems: texts
            .filter(({ cidr }) => cidr === undefined)
            .map(({ path, text, family }) => ({ path, reason: describeMalformed(text, family) })),
    };
}

function listBlocks(
    rule: IngressRule,
    list: "cidrBlocks" | "ipv6CidrBlocks",
    family: IpFamily,
): { path: string; text: string; family: IpFamily }[] {
    return rule[list].map((text, index) => ({
        path: joinPath(rule.path, `${list}[${index}]`),
        text,
        family,
    }));
}

/** The whole IPv4 or IPv6 internet admitted, by one range or by several of one or more rules; and unreadable ranges. */
export function checkAdmitsNoWorld(rules: IngressRule[]): Problem[] {
    const read = rules.map(readSources);
    const sources = read.flatMap((each) => each.sources);
    const alone = sources.flatMap((source) => {
        const family = findOpenFamily(source);
        const reason = `${source.text} admits the whole ${family && nameFamily(family)} internet; ${NARROW_IT}`;
        return family === undefined ? [] : [{ path: source.path, reason }];
    });
    const narrow = sources.filter((source) => findOpenFamily(source) === undefined);
    const together = findOpenFamilies(narrow).map((family) => ({
        path: narrow[0]?.path ?? "",
        reason:
            `together with the other ranges (${summarize(narrow)}) admits the whole ` +
            `${nameFamily(family)} internet; ${NARROW_IT}`,
    }));
    return [...read.flatMap((each) => each.problems), ...alone, ...together];
}

const SUMMARY_LENGTH = 4;

function summarize(sources: Source[]): string {
    const texts = [...new Set(sources.map(({ text }) => text))];
    const more = texts.length - SUMMARY_LENGTH;
    return texts.slice(0, SUMMARY_LENGTH).join(", ") + (more > 0 ? `, ${more} more` : "");
}

/** Families that the endpoint serves and in which the rules admit nobody on TCP 443; groups and prefix lists count for all. */
export function checkAdmittedFamilies(rules: IngressRule[], families: IpFamily[]): Problem[] {
    const useful = rules.filter(admitsEndpointPort);
    return families
        .filter((family) => !useful.some((rule) => admitsFamily(rule, family)))
        .map((family) => ({
            path: "",
            reason:
                `admits nobody over ${nameFamily(family)} on TCP ${ENDPOINT_PORT}, although the endpoint serves ` +
                `${nameFamily(family)}; add ${nameFamily(family)} ranges, or change ipAddressType`,
        }));
}

function admitsFamily(rule: IngressRule, family: IpFamily): boolean {
    return (
        rule.self ||
        rule.prefixListIds.length > 0 ||
        rule.securityGroupIds.length > 0 ||
        readSources(rule).sources.some((source) => source.family === family && !isMapped(source))
    );
}
