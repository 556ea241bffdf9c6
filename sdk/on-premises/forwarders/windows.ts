/** PowerShell for Windows DNS Server, to run as an administrator; it may run again after a change. */
export function writeWindows(hostNames: string[], addresses: string[]): string {
    const quoted = (values: string[]) => values.map((value) => `    "${value}"`).join(",\n");
    return [
        "# Host names of the EKS endpoints. Run this on each DNS server; with Active Directory, run it on one and add",
        "# -ReplicationScope Forest to Add-DnsServerConditionalForwarderZone.",
        "# Without recursion the server does not ask the internet instead, where the same names have public addresses.",
        `$names = @(\n${quoted(hostNames)}\n)`,
        `$addresses = @(\n${quoted(addresses)}\n)`,
        "foreach ($name in $names) {",
        "    if (Get-DnsServerZone -Name $name -ErrorAction SilentlyContinue) {",
        "        Set-DnsServerConditionalForwarderZone -Name $name -MasterServers $addresses -UseRecursion $false",
        "    } else {",
        "        Add-DnsServerConditionalForwarderZone -Name $name -MasterServers $addresses -UseRecursion:$false",
        "    }",
        "}",
        "",
    ].join("\n");
}
