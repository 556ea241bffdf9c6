/** Forward zones for Unbound, as a file of its own, for example in `/etc/unbound/unbound.conf.d`. */
export function writeUnbound(hostNames: string[], addresses: string[]): string {
    const zones = hostNames.flatMap((name) => [
        "forward-zone:",
        `    name: "${name}"`,
        ...addresses.map((address) => `    forward-addr: ${address}`),
        "    forward-first: no",
    ]);
    return [
        "# Host names of the EKS endpoints. Include this file in unbound.conf.",
        "server:",
        "    # The answers are private addresses, which the protection against DNS rebinding (private-address) removes.",
        ...hostNames.map((name) => `    private-domain: "${name}"`),
        "    # The zones behind these names are private and not signed; DNSSEC validation would look for proof of that in",
        "    # public zones that know nothing of them, or that it cannot reach.",
        ...hostNames.map((name) => `    domain-insecure: "${name}"`),
        ...zones,
        "",
    ].join("\n");
}
