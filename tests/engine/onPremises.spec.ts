import assert from "node:assert/strict";

import { EksEndpointSet, EksEndpointShare, EksInboundDns } from "eks-privatelink";

import { connect, type RecordType, resolveAt } from "../../simulated-aws/index";
import { joinedNetwork, type Outputs, program } from "./onPremises";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

/** A DNS server behind Direct Connect that may ask. */
const SERVER = { address: "192.168.7.53" };

/** Another host behind Direct Connect. */
const STRANGER = { address: "172.16.0.9" };

describe("who resolves through EksInboundDns", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let outputs: Outputs;

    before(async () => {
        const network = await joinedNetwork(engine());
        stack = await engine().stack("on-premises", () => program(network));
        const { errors, warnings, ...run } = await stack.up();
        assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
        outputs = run.outputs as unknown as Outputs;
    });

    it("resolves every host name to its endpoint's addresses, at each address of the Resolver endpoint", () => {
        assert.equal(outputs.addresses.length, 2);
        const hosts = Object.entries(outputs.hostNames);
        assert.equal(hosts.flatMap(([, names]) => names).length, 5);
        for (const resolver of outputs.addresses) {
            for (const [service, names] of hosts) {
                for (const name of names) {
                    const answer = resolveAt(engine().world, SERVER, resolver, name);
                    assert.deepEqual(
                        [...answer.addresses].sort(),
                        [...(outputs.endpointAddresses[service] ?? [])].sort(),
                        name,
                    );
                }
            }
        }
    });

    it("answers over TCP too, and has no other port open", () => {
        const [resolver = ""] = outputs.addresses;
        const open = ["tcp", "udp"].flatMap((protocol) =>
            [22, 53, 443, 853].filter(
                (port) => connect(engine().world, SERVER, resolver, port, protocol).allowed,
            ),
        );
        assert.deepEqual(open, [53, 53]);
    });

    it("does not answer an address outside of the given ranges", () => {
        for (const resolver of outputs.addresses) {
            const name = outputs.hostNames.eks?.[0] ?? "";
            const answer = resolveAt(engine().world, STRANGER, resolver, name);
            assert.equal(answer.status, "unreachable");
            assert.match(answer.reason, /^no rule of sg-\w+ admits 172\.16\.0\.9 on udp 53$/);
        }
    });

    it("tells DNS servers to ask these addresses", () => {
        assert.match(
            outputs.forwarders.coreDns ?? "",
            new RegExp(
                `^ {4}forward \\. ${outputs.addresses.join(" ").replaceAll(".", "\\.")}$`,
                "m",
            ),
        );
    });

    it("is not changed by a second up or a refresh", async () => {
        for (const { changes, errors } of [await stack.up(), await stack.refresh()]) {
            assert.deepEqual({ changes, errors }, { changes: {}, errors: [] });
        }
    });

    it("is not touched when an endpoint is replaced, and answers with the new addresses", async () => {
        const { steps, errors, ...run } = await stack.replace("eks-eks");
        assert.deepEqual(errors, []);
        assert.ok(steps.includes("create-replacement eks-eks"), steps.join());
        assert.deepEqual(
            steps.filter((step) => step.includes("dns-")),
            [],
        );
        outputs = run.outputs as unknown as Outputs;
        const [resolver = ""] = outputs.addresses;
        const name = outputs.hostNames.eks?.[0] ?? "";
        const { addresses } = resolveAt(engine().world, SERVER, resolver, name);
        assert.deepEqual([...addresses].sort(), outputs.endpointAddresses.eks?.sort());
    });
});

describe("EksInboundDns in both families", function () {
    this.timeout(120_000);
    const engine = useEngine();

    it("answers with AAAA records over IPv6", async () => {
        const network = await joinedNetwork(engine(), { hasIpv6: true });
        const ingress = { cidrBlocks: ["192.168.0.0/16"], ipv6CidrBlocks: ["2001:db8:5::/48"] };
        const families = { ipAddressType: "dualstack" } as const;
        const stack = await engine().stack("both", () =>
            program(network, families, { ...families, ingress }),
        );
        const { errors, ...run } = await stack.up();
        assert.deepEqual(errors, []);
        const outputs = run.outputs as unknown as Outputs;
        const ipv6 = outputs.addresses.filter((address) => address.includes(":"));
        assert.equal(ipv6.length, 2);
        for (const type of ["A", "AAAA"] satisfies RecordType[]) {
            const answer = resolveAt(
                engine().world,
                { address: "2001:db8:5::53" },
                ipv6[0] ?? "",
                "eks.eu-west-1.api.aws",
                type,
            );
            assert.equal(answer.status, "private");
            assert.equal(answer.addresses.length, 2);
        }
    });
});

describe("EksInboundDns with shared endpoints", function () {
    this.timeout(120_000);
    const engine = useEngine();

    const places = [
        { place: "the endpoints' own VPC", prefixes: ["10.21", "10.22"] },
        { place: "the VPC of a consumer", prefixes: ["10.23", "10.24"] },
    ];
    for (const { place, prefixes } of places) {
        it(`resolves every host name from ${place}`, async () => {
            const hub = await joinedNetwork(engine(), { prefix: prefixes[0] });
            const spoke = await joinedNetwork(engine(), { prefix: prefixes[1] });
            const resolvers = place === "the VPC of a consumer" ? spoke : hub;
            const stack = await engine().stack(resolvers.vpcId, () => {
                const set = new EksEndpointSet("eks", { ...hub, privateDnsEnabled: false });
                const { connection } = new EksEndpointShare("share", {
                    connection: set.connection,
                    consumers: { spoke: { vpcId: spoke.vpcId } },
                });
                const ingress = { cidrBlocks: ["192.168.0.0/16"] };
                const dns = new EksInboundDns("dns", { ...resolvers, connection, ingress });
                const { hostNames, addresses: endpointAddresses } = set;
                return { addresses: dns.addresses, hostNames, endpointAddresses };
            });
            const { errors, warnings, ...run } = await stack.up();
            assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
            const outputs = run.outputs as unknown as Outputs;
            const [resolver = ""] = outputs.addresses;
            const found = Object.entries(outputs.hostNames).flatMap(([service, names]) =>
                names.map((name) => {
                    const answer = resolveAt(engine().world, SERVER, resolver, name);
                    assert.deepEqual(
                        [...answer.addresses].sort(),
                        [...(outputs.endpointAddresses[service] ?? [])].sort(),
                    );
                    return name;
                }),
            );
            assert.equal(found.length, 5);
        });
    }
});
