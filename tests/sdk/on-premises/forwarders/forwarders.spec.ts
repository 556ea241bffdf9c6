import assert from "node:assert/strict";

import { writeForwarders } from "../../../../sdk/on-premises/forwarders";

const NAMES = ["eks.eu-west-1.amazonaws.com", "eks.eu-west-1.api.aws"];
const ADDRESSES = ["10.0.0.5", "10.0.1.5", "2001:db8::5"];

/** What a text makes a server do: its lines without comments. */
function settingsOf(server: string): string[] {
    const text = writeForwarders(NAMES, ADDRESSES)[server] ?? "";
    return text.split("\n").filter((line) => line !== "" && !/^\s*(#|\/\/)/.test(line));
}

describe("writeForwarders", () => {
    it("gives BIND a zone a name that is only ever forwarded, and the line that takes validation off it", () => {
        assert.deepEqual(
            settingsOf("bind"),
            NAMES.flatMap((name) => [
                `zone "${name}" {`,
                "    type forward;",
                "    forward only;",
                "    forwarders { 10.0.0.5; 10.0.1.5; 2001:db8::5; };",
                "};",
            ]),
        );
        assert.match(
            writeForwarders(NAMES, ADDRESSES).bind ?? "",
            /^\/\/ validate-except \{ "eks\.eu-west-1\.amazonaws\.com"; "eks\.eu-west-1\.api\.aws"; \};$/m,
        );
    });

    it("lets Unbound pass private and unsigned answers for these names only", () => {
        assert.deepEqual(settingsOf("unbound"), [
            "server:",
            ...NAMES.map((name) => `    private-domain: "${name}"`),
            ...NAMES.map((name) => `    domain-insecure: "${name}"`),
            ...NAMES.flatMap((name) => [
                "forward-zone:",
                `    name: "${name}"`,
                ...ADDRESSES.map((address) => `    forward-addr: ${address}`),
                "    forward-first: no",
            ]),
        ]);
    });

    it("gives dnsmasq every address for every name, and leave to answer with private ones", () => {
        assert.deepEqual(settingsOf("dnsmasq"), [
            ...NAMES.flatMap((name) => ADDRESSES.map((address) => `server=/${name}/${address}`)),
            ...NAMES.map((name) => `rebind-domain-ok=/${name}/`),
        ]);
    });

    it("gives CoreDNS one block for all names, and no other", () => {
        assert.deepEqual(settingsOf("coreDns"), [
            `${NAMES.join(" ")} {`,
            "    errors",
            "    cache",
            `    forward . ${ADDRESSES.join(" ")}`,
            "}",
        ]);
    });

    it("has Windows change a forwarder that is there and add one that is not, without recursion either way", () => {
        assert.deepEqual(settingsOf("windows"), [
            "$names = @(",
            `    "${NAMES[0]}",`,
            `    "${NAMES[1]}"`,
            ")",
            "$addresses = @(",
            '    "10.0.0.5",',
            '    "10.0.1.5",',
            '    "2001:db8::5"',
            ")",
            "foreach ($name in $names) {",
            "    if (Get-DnsServerZone -Name $name -ErrorAction SilentlyContinue) {",
            "        Set-DnsServerConditionalForwarderZone -Name $name -MasterServers $addresses -UseRecursion $false",
            "    } else {",
            "        Add-DnsServerConditionalForwarderZone -Name $name -MasterServers $addresses -UseRecursion:$false",
            "    }",
            "}",
        ]);
    });
});
