import assert from "node:assert/strict";

import { EksEndpointSet, FlowLogDestination, IpAddressType } from "eks-privatelink";

import { connect, flowLogsCovering, resolve } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { useEngine } from "./support";

const HOST = "eks.eu-west-1.api.aws";

describe("who reaches a dual-stack EksEndpointSet", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let vpcId: string;

    before(async () => {
        const network = await existingNetwork(engine(), { hasIpv6: true });
        vpcId = network.vpcId;
        const args = {
            ...network,
            ipAddressType: IpAddressType.Dualstack,
            flowLogs: { destination: FlowLogDestination.S3 },
        };
        const stack = await engine().stack("dual-stack", () => new EksEndpointSet("eks", args));
        assert.deepEqual((await stack.up()).errors, []);
    });

    for (const type of ["A", "AAAA"] as const) {
        it(`resolves the host name to an ${type} record per zone`, () => {
            const { status, addresses } = resolve(engine().world, { vpcId }, HOST, type);
            assert.equal(status, "private");
            assert.equal(addresses.length, 2);
            assert.ok(addresses.every((address) => address.includes(":") === (type === "AAAA")));
        });

        it(`admits a client of the VPC at the ${type} address on port 443 only`, () => {
            const { world } = engine();
            const [target = ""] = resolve(world, { vpcId }, HOST, type).addresses;
            const range = world.objects.vpcs[vpcId]?.ipv6CidrBlock ?? "";
            const address = type === "A" ? "10.20.1.77" : range.replace("00::/56", "01::77");
            const open = [80, 443].filter(
                (port) => connect(world, { vpcId, address }, target, port).allowed,
            );
            assert.deepEqual(open, [443]);
        });
    }

    it("keeps an IPv6 stranger out", () => {
        const { world } = engine();
        const [target = ""] = resolve(world, { vpcId }, HOST, "AAAA").addresses;
        const stranger = { vpcId, address: "2001:db8::1" };
        assert.equal(connect(world, stranger, target, 443).allowed, false);
    });

    it("delivers its flow log to the bucket", () => {
        const { world } = engine();
        const interfaces = Object.values(world.objects.networkInterfaces);
        assert.deepEqual(
            interfaces.flatMap(({ id }) =>
                flowLogsCovering(world, id).map(
                    ({ deliveryProblem }) => deliveryProblem ?? "arrives",
                ),
            ),
            interfaces.map(() => "arrives"),
        );
    });
});
