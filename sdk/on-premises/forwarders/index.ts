import { writeBind } from "./bind";
import { writeCoreDns } from "./coreDns";
import { writeDnsmasq } from "./dnsmasq";
import { writeUnbound } from "./unbound";
import { writeWindows } from "./windows";

/** Settings that forward these names, and everything below them, to these addresses and nowhere else, as text by DNS server. */
export function writeForwarders(
    hostNames: string[],
    addresses: string[],
): { [server: string]: string } {
    return {
        bind: writeBind(hostNames, addresses),
        unbound: writeUnbound(hostNames, addresses),
        dnsmasq: writeDnsmasq(hostNames, addresses),
        coreDns: writeCoreDns(hostNames, addresses),
        windows: writeWindows(hostNames, addresses),
    };
}
