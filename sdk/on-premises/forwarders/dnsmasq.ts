/** Forwarding for dnsmasq, as a file of its own, for example in `/etc/dnsmasq.d`. */
export function writeDnsmasq(hostNames: string[], addresses: string[]): string {
    return [
        "# Host names of the EKS endpoints. Nothing is needed for DNSSEC: dnsmasq takes unsigned answers for domains that",
        "# have servers of their own, unless a trust-anchor is given for them.",
        ...hostNames.flatMap((name) => addresses.map((address) => `server=/${name}/${address}`)),
        "# The answers are private addresses, which the protection against DNS rebinding (stop-dns-rebind) refuses.",
        ...hostNames.map((name) => `rebind-domain-ok=/${name}/`),
        "",
    ].join("\n");
}
