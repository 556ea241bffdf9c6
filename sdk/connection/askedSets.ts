import type { Input, Output } from "@pulumi/pulumi";
import { output } from "@pulumi/pulumi";
import { rememberPerProgram } from "../checks/programMemory";
import { urnsBehind } from "../checks/sdkInternals";
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

/** By the URNs of the resources from which connections come. */
const sets = rememberPerProgram(() => new Map<string, RememberedSet>());

/** Keeps what a set was asked for, under the URNs of the set and of its endpoints. */
export function rememberSet(urns: Output<string[]>, asked: AskedSet, vpcId: Input<string>): void {
    const { services, ipAddressType, dnsRecordIpType, privateDnsEnabled } = asked;
    const remembered: RememberedSet = {
        asked: { services, ipAddressType, dnsRecordIpType, privateDnsEnabled },
        vpcId: output(vpcId),
    };
    const known = sets();
    urns.apply((all) => {
        all.forEach((urn) => known.set(urn, remembered));
    });
}

/** The set behind a connection; undefined for one of another program. */
export async function findRememberedSet(
    connection: Input<unknown>,
): Promise<RememberedSet | undefined> {
    const urns = await urnsBehind(connection);
    return urns.map((urn) => sets().get(urn ?? "")).find((set) => set !== undefined);
}
