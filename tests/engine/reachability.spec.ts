import assert from "node:assert/strict";

import { EksEndpointSet, type EksEndpointSetArgs } from "eks-privatelink";

import { connect, type RecordType, resolve } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

const HOSTS = {
    eks: "eks.eu-west-1.amazonaws.com",
    eksDual: "eks.eu-west-1.api.aws",
    oidc: "oidc.eks.eu-west-1.amazonaws.com",
    auth: "eks-auth.eu-west-1.api.aws",
};

describe("who reaches an EksEndpointSet", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let vpcId: string;
    let otherVpcId: string;
    let args: EksEndpointSetArgs;
    let endpointIds: { [service: string]: string };

    before(async () => {
        const home = await existingNetwork(engine());
        vpcId = home.vpcId;
        otherVpcId = (await existingNetwork(engine(), { prefix: "10.99" })).vpcId;
        args = home;
        stack = await engine().stack("outcomes", () => {
            const { endpointIds } = new EksEndpointSet("eks", args);
            return { endpointIds };
        });
    });

    /** Deploys the set with other arguments. */
    async function deploy(changes: Partial<EksEndpointSetArgs>): Promise<void> {
        args = { ...args, ...changes };
        const { errors, outputs } = await stack.up();
        assert.deepEqual(errors, []);
        endpointIds = outputs.endpointIds as { [service: string]: string };
    }

    /** The world with both VPCs on one transit gateway. */
    const joined = () => ({ ...engine().world, routes: [{ vpcIds: [vpcId, otherVpcId] }] });

    const look = (name: string, type: RecordType = "A", from = vpcId) =>
        resolve(engine().world, { vpcId: from }, name, type);

    it("hides the OIDC issuer while only eks has private DNS", async () => {
        await deploy({ services: ["eks"] });
        assert.deepEqual(look(HOSTS.oidc), {
            status: "NXDOMAIN",
            addresses: [],
            zone: HOSTS.eks,
        });
    });

    it("lets the OIDC issuer resolve once oidc-eks is added", async () => {
        await deploy({ services: undefined });
        assert.deepEqual(look(HOSTS.oidc), {
            status: "private",
            addresses: addressesOf("oidc-eks"),
            endpointId: endpointIds["oidc-eks"],
        });
    });

    /** IPv4 addresses of the interfaces that AWS gave an endpoint. */
    function addressesOf(service: string): string[] {
        return Object.values(engine().world.objects.networkInterfaces)
            .filter(({ ownedBy }) => ownedBy === endpointIds[service])
            .map(({ privateIp }) => privateIp);
    }

    for (const [service, host] of [
        ["eks", HOSTS.eks],
        ["eks", HOSTS.eksDual],
        ["eks-auth", HOSTS.auth],
    ] as const) {
        it(`resolves ${host} to the addresses of the ${service} endpoint inside the VPC`, () => {
            const { addresses } = look(host);
            assert.equal(addresses.length, 2);
            assert.deepEqual([...addresses].sort(), addressesOf(service).sort());
        });

        it(`leaves ${host} public in another VPC`, () => {
            assert.deepEqual(look(host, "A", otherVpcId), { status: "public", addresses: [] });
        });
    }

    it("has no AAAA record with IPv4 endpoints", () => {
        assert.deepEqual(look(HOSTS.eks, "AAAA").addresses, []);
    });

    it("admits a client of the VPC on port 443 and on no other", () => {
        const client = { vpcId, address: "10.20.1.77" };
        const target = addressesOf("eks")[0] ?? "";
        const open = [22, 80, 442, 443, 444, 8443].filter(
            (port) => connect(engine().world, client, target, port).allowed,
        );
        assert.deepEqual(open, [443]);
    });

    it("admits no UDP", () => {
        const client = { vpcId, address: "10.20.1.77" };
        const { allowed } = connect(
            engine().world,
            client,
            addressesOf("eks")[0] ?? "",
            443,
            "udp",
        );
        assert.equal(allowed, false);
    });

    for (const service of ["eks", "eks-auth", "oidc-eks"]) {
        it(`keeps a stranger who is routed to the VPC away from ${service}`, () => {
            const stranger = { vpcId: otherVpcId, address: "10.99.0.5" };
            for (const address of addressesOf(service)) {
                const { allowed, reason } = connect(joined(), stranger, address, 443);
                assert.equal(allowed, false);
                assert.match(reason, /^no rule of sg-\w+ admits 10\.99\.0\.5 on tcp 443$/);
            }
        });
    }

    it("lets a spoke in whose range is given", async () => {
        await deploy({ ingress: { cidrBlocks: ["10.20.0.0/16", "10.99.0.0/16"] } });
        const spoke = { vpcId: otherVpcId, address: "10.99.0.5" };
        const target = addressesOf("eks")[0] ?? "";
        assert.equal(connect(joined(), spoke, target, 443).allowed, true);
    });
});
