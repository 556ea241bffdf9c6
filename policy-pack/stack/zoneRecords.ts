import { IpFamily } from "eks-privatelink/domain";

import { Findings } from "../findings";
import { EksEndpoint, readEndpoint, readFamilies } from "./eksEndpoints";
import { EksHost } from "./eksHosts";
import { HostedZone } from "./hostedZones";
import {
    AddressRecord,
    findAliasTargets,
    findRecords,
    findStrayRecord,
    isAnswering,
} from "./records";
import { Stack } from "./stack";
import { describeResource } from "./stackResource";

const RECORD_TYPES: { [family in IpFamily]: string } = { ipv4: "A", ipv6: "AAAA" };

/** Judges the records of a zone for a host name of EKS, by the endpoints of this stack that the host belongs to. */
export function judgeRecords(
    stack: Stack,
    zone: HostedZone,
    endpoints: EksEndpoint[],
    findings: Findings,
): void {
    const { host, resource } = zone;
    if (host === undefined) {
        return;
    }
    const records = findRecords(stack, zone, findings);
    const apex = records.filter((record) => record.name === zone.name && isAnswering(record));
    for (const record of apex) {
        judgeAlias(stack, record, host, findings);
    }
    const fitting = endpoints.filter((endpoint) => fits(endpoint, host));
    const targets = apex.flatMap((record) => findAliasTargets(stack, record));
    const led = fitting.filter((endpoint) => targets.includes(endpoint.resource));
    const [endpoint] = led.length > 0 ? led : fitting;
    if (endpoint === undefined) {
        const reason = `answers for ${host.hostName}, whose endpoint is not in this stack`;
        findings.notApplicable.add(`${describeResource(resource)} ${reason}`);
        return;
    }
    const families = findings.attempt(endpoint.resource, () => readFamilies(endpoint)) ?? [];
    const missing = families
        .map((family) => RECORD_TYPES[family])
        .filter((type) => apex.every((record) => record.type !== type));
    const unread = records.some(({ type, name }) => type === undefined || name === undefined);
    const stray = findStrayRecord(stack);
    if (missing.length > 0 && !unread && stray === undefined) {
        const types = missing.join(" and no ");
        const reason =
            `has no ${types} record for ${host.hostName} itself, so clients get no address of ` +
            `${describeResource(endpoint.resource)}; add an aws.route53.Record with the zone's name and an alias of the ` +
            "endpoint's regional DNS name";
        findings.report(resource, reason);
    }
    findings.addUnknown(resource, missing.length > 0 ? stray : undefined);
}

function judgeAlias(stack: Stack, record: AddressRecord, host: EksHost, findings: Findings): void {
    const targets = findAliasTargets(stack, record);
    const right = targets.some((target) => {
        const endpoint = findings.attempt(record.resource, () => readEndpoint(target));
        return endpoint !== undefined && fits(endpoint, host);
    });
    const [wrong] = targets;
    if (wrong === undefined || right || findings.unknowns.has(record.resource)) {
        return;
    }
    const services = host.services.join(" or ");
    findings.report(record.resource, {
        path: "aliases",
        reason:
            `lead ${host.hostName} to ${describeResource(wrong)}, which is no endpoint of ${services} in ` +
            `${host.region}; take the regional DNS name of that service's endpoint`,
    });
}

function fits({ service, region }: EksEndpoint, host: EksHost): boolean {
    return host.region === region && host.services.includes(service);
}
