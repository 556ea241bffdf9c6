import { type Input, type Output, output, type Resource } from "@pulumi/pulumi";

import { rememberPerProgram } from "../checks/programMemory";
import { resourcesBehind, whenKnown } from "../checks/sdkInternals";
import type { DnsRecordIpType, IpAddressType } from "../domain/addressing";
import type { EksService } from "../domain/services";

/** What a set was asked for: the part of its connection that is known before AWS has created anything. */
export interface AskedSet {
    services: EksService[];
    ipAddressType: IpAddressType;
    dnsRecordIpType: DnsRecordIpType;
    privateDnsEnabled: boolean;
}

/** What a set was asked for, with what may come later and be unknown in a preview. */
export interface RememberedSet {
    asked: AskedSet;
    vpcId: Output<string>;
}

/** By the resources from which connections come, and by their URNs: a plugin knows those of another component by URN only. */
const sets = rememberPerProgram(() => ({
    byResource: new Map<Resource, RememberedSet>(),
    byUrn: new Map<string, RememberedSet>(),
}));

/** Keeps what a set was asked for, under the set and its endpoints. */
export function rememberSet(resources: Resource[], asked: AskedSet, vpcId: Input<string>): void {
    const { services, ipAddressType, dnsRecordIpType, privateDnsEnabled } = asked;
    const remembered: RememberedSet = {
        asked: { services, ipAddressType, dnsRecordIpType, privateDnsEnabled },
        vpcId: output(vpcId),
    };
    const { byResource, byUrn } = sets();
    for (const resource of resources) {
        byResource.set(resource, remembered);
        resource.urn.apply((urn) => byUrn.set(urn, remembered));
    }
}

/** The set behind a connection; undefined for one of another program. */
export async function findRememberedSet(
    connection: Input<unknown>,
): Promise<RememberedSet | undefined> {
    const { byResource, byUrn } = sets();
    const resources = await resourcesBehind(connection);
    const own = resources.find((resource) => byResource.has(resource));
    if (own !== undefined) {
        return byResource.get(own);
    }
    const urns = await Promise.all(resources.map(({ urn }) => whenKnown(urn)));
    return urns.map((urn) => byUrn.get(urn ?? "")).find((set) => set !== undefined);
}
