import { Input, Output, output } from "@pulumi/pulumi";
import { urnsBehind } from "../checks/later";
import { DnsRecordIpType, IpAddressType } from "../domain/addressing";
import { EksService } from "../domain/services";
import type { EksEndpointSet } from "./endpointSet";
import { childNames } from "./names";

/** What a set was asked for: the part of its connection that is known before AWS has created anything. */
export interface AskedSet {
    services: EksService[];
    ipAddressType: IpAddressType;
    dnsRecordIpType: DnsRecordIpType;
    privateDnsEnabled: boolean;
}

/** What a set was asked for, with what may come later and be unknown in a preview. */
interface RememberedSet {
    asked: AskedSet;
    vpcId: Output<string>;
}

/** By the URNs of the sets and of their endpoints, from which connections come. */
const sets = new Map<string, RememberedSet>();

/** Keeps what a set was asked for, for as long as the process runs. */
export function rememberSet(
    name: string,
    set: EksEndpointSet,
    args: AskedSet & { vpcId: Input<string> },
): void {
    const { services, ipAddressType, dnsRecordIpType, privateDnsEnabled } = args;
    const asked = { services, ipAddressType, dnsRecordIpType, privateDnsEnabled };
    const vpcId = output(args.vpcId);
    set.urn.apply((urn) => {
        const children = `${urn.slice(0, urn.lastIndexOf("::"))}$aws:ec2/vpcEndpoint:VpcEndpoint`;
        const endpoints = services.map(
            (service) => `${children}::${childNames.endpoint(name, service)}`,
        );
        for (const each of [urn, ...endpoints]) {
            sets.set(each, { asked, vpcId });
        }
    });
}

/** The set behind a connection; undefined for one of another process, and so of another stack. */
export async function findRememberedSet(
    connection: Input<unknown>,
): Promise<RememberedSet | undefined> {
    const urns = await urnsBehind(connection);
    return urns.map((urn) => sets.get(urn ?? "")).find((set) => set !== undefined);
}
