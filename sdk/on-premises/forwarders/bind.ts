/** Forward zones for BIND 9, to include in `named.conf` outside of other blocks. */
export function writeBind(hostNames: string[], addresses: string[]): string {
    const forwarders = addresses.map((address) => `${address};`).join(" ");
    const zones = hostNames.flatMap((name) => [
        `zone "${name}" {`,
        "    type forward;",
        "    forward only;",
        `    forwarders { ${forwarders} };`,
        "};",
    ]);
    const names = hostNames.map((name) => `"${name}";`).join(" ");
    return [
        "// Host names of the EKS endpoints. Include this file in named.conf, outside of options { }.",
        ...zones,
        "// The zones behind these names are private and not signed. A server that validates DNSSEC looks for proof of that",
        "// in public zones that know nothing of them, or that it cannot reach. Add this line to the one options { } block:",
        `// validate-except { ${names} };`,
        "// Where that block has deny-answer-addresses, name the same zones in its except-from, because the answers are",
        "// private addresses.",
        "",
    ].join("\n");
}
