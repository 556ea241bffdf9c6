/** A server block for CoreDNS, to add to the Corefile. */
export function writeCoreDns(hostNames: string[], addresses: string[]): string {
    return [
        "# Host names of the EKS endpoints. Add this block to the Corefile, beside the one for other names.",
        "# Nothing is needed for private addresses or DNSSEC: CoreDNS passes answers on without validating them.",
        `${hostNames.join(" ")} {`,
        "    errors",
        "    cache",
        `    forward . ${addresses.join(" ")}`,
        "}",
        "",
    ].join("\n");
}
