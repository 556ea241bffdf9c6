import assert from "node:assert/strict";

import {
    EksEndpointSet,
    type EksEndpointSetArgs,
    EksEndpointShare,
    type EksEndpointShareArgs,
    IpAddressType,
} from "eks-privatelink";

import { DEFAULT_ACCOUNT } from "../../simulated-aws/index";
import { addSpoke, resolveAll, type Spoke } from "./hubAndSpokes";
import { createNetwork, existingNetwork } from "./network";
import { type Engine, useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

const KEYS = ["eks", "eks-dual-stack", "eks-auth-dual-stack", "oidc-eks", "oidc-eks-dual-stack"];
const ipAddressType = IpAddressType.Dualstack;

describe("a hub that shares its endpoints", function () {
    this.timeout(180_000);
    const engine = useEngine();
    let hub: TestStack;
    let own: { vpcId: string };
    let spokes: { orders: Spoke; billing: Spoke };
    let setArgs: Partial<EksEndpointSetArgs>;
    let shareArgs: Partial<EksEndpointShareArgs>;

    before(async () => {
        engine().change(joinOrganization);
        own = await existingNetwork(engine(), { prefix: "10.99" });
        spokes = {
            orders: await addSpoke(engine(), "444455556666", "10.50"),
            billing: await addSpoke(engine(), "777788889999", "10.60"),
        };
        setArgs = {};
        shareArgs = { consumers: { orders: guest("orders"), own: { vpcId: own.vpcId } } };
        hub = await engine().stack("hub", () => {
            const { vpcId, subnetIds } = createNetwork("net", { hasIpv6: true });
            const flowLogs = { enabled: false };
            const args = { vpcId, subnetIds, ipAddressType, flowLogs, ...setArgs };
            const { connection } = new EksEndpointSet("eks", args);
            new EksEndpointShare("hub", { connection, ipAddressType, ...shareArgs });
        });
    });

    const guest = (name: keyof typeof spokes) => ({
        vpcId: spokes[name].vpcId,
        accountId: spokes[name].account,
    });

    /** What changed, beside the outputs of the components themselves. */
    async function up(): Promise<Run> {
        const run = await hub.up();
        assert.deepEqual(run.errors, []);
        return {
            ...run,
            steps: run.steps.filter((step) => !/^update (hub|eks)$/.test(step)).sort(),
        };
    }

    /** Host names that do not lead to both interfaces of one of the endpoints there are, in one of the families. */
    function lost(vpcId: string): unknown[] {
        const endpoints = Object.keys(engine().world.objects.endpoints);
        return (["A", "AAAA"] as const)
            .flatMap((type) => resolveAll(engine(), vpcId, type))
            .filter(
                (answer) =>
                    answer.status !== "private" ||
                    answer.addresses.length !== 2 ||
                    !endpoints.includes(answer.endpointId ?? ""),
            );
    }

    it("is told in its first preview where to turn private DNS off, and what else its share needs", async () => {
        setArgs = { privateDnsEnabled: true, services: ["eks"] };
        const { errors } = await hub.preview();
        assert.equal(errors.length, 1);
        const lines = (errors[0] ?? "").split("\n");
        assert.match(
            lines[0] ?? "",
            /^connection\.privateDnsEnabled: .*; set privateDnsEnabled: false on the EksEndpointSet in stack organization\/engine-tests\/hub$/,
        );
        assert.deepEqual(
            lines.map((line) => line.split(":")[0]),
            ["connection.privateDnsEnabled", "services[1]", "services[2]"],
        );
    });

    it("leads every host name to its endpoints, in its own VPC and in an associated one of its account", async () => {
        setArgs = { privateDnsEnabled: false };
        await up();
        const [vpcId = ""] = vpcsOfZones(engine());
        assert.deepEqual([...lost(vpcId), ...lost(own.vpcId)], []);
    });

    it("lets a VPC of another account associate the zones, and no other VPC", async () => {
        await join(engine(), spokes.orders);
        assert.deepEqual(lost(spokes.orders.vpcId), []);
        await assert.rejects(join(engine(), spokes.billing), /NotAuthorizedException/);
    });

    it("leaves the VPCs of others with its zones after a refresh has seen them there", async () => {
        assert.deepEqual((await up()).changes, {});
        await hub.refresh();
        assert.deepEqual((await up()).steps, []);
        assert.deepEqual(lost(spokes.orders.vpcId), []);
    });

    it("touches none of the others when a consumer is added", async () => {
        shareArgs = { consumers: { ...shareArgs.consumers, billing: guest("billing") } };
        const { steps } = await up();
        assert.deepEqual(steps, KEYS.map((key) => `create hub-billing/${key}`).sort());
    });

    it("says in preview which stack to destroy first when a consumer is removed", async () => {
        shareArgs = { consumers: { own: { vpcId: own.vpcId }, billing: guest("billing") } };
        const { errors, warnings } = await hub.preview();
        assert.deepEqual(errors, []);
        assert.match(
            warnings.join("\n"),
            /^consumers: orders \(VPC vpc-\w+ of account 444455556666\) is gone; destroy the EksEndpointConsumer .*$/,
        );
    });

    it("touches none of the others when a consumer is removed", async () => {
        const { steps, warnings } = await up();
        assert.deepEqual(steps, KEYS.map((key) => `delete hub-orders/${key}`).sort());
        // Once more: not every up has a preview.
        assert.equal(warnings.length, 1);
    });

    it("only adds when it moves to a profile, and the names keep resolving", async () => {
        shareArgs = { ...shareArgs, method: "profile" };
        const { steps, warnings } = await up();
        // A hand associated the VPC of the consumer that is gone, and nobody has taken it away.
        assert.deepEqual(
            warnings.map(
                (warning) => /^consumers: VPC (\S+) of .* is none of them/.exec(warning)?.[1],
            ),
            [spokes.orders.vpcId],
        );
        assert.deepEqual(
            steps.filter((step) => !step.startsWith("create ")),
            [],
        );
        assert.equal(steps.length, 1 + KEYS.length + 3);
        assert.deepEqual(lost(own.vpcId), []);
    });

    it("lets a consumer's account use the profile", async () => {
        const { vpcId, account } = spokes.billing;
        const [profileId = ""] = Object.keys(engine().world.objects.profiles);
        const inputs = { name: "hub", profileId, resourceId: vpcId };
        await engine().make("aws:route53/profilesAssociation:ProfilesAssociation", inputs, account);
        assert.deepEqual(lost(vpcId), []);
    });

    it("plans no other zone when an endpoint is added", async () => {
        setArgs = { ...setArgs, services: ["eks", "eks-auth", "oidc-eks", "eks-proxy"] };
        const { errors, changes, warnings } = await hub.preview();
        assert.deepEqual(errors, []);
        assert.deepEqual(Object.keys(changes).sort(), ["create", "update"]);
        assert.equal(changes.create, 2);
        // The VPC that a hand has left with the zones is named before this or after.
        assert.match(
            warnings.join("\n"),
            /^services: eks-proxy\.eks\.eu-west-1\.amazonaws\.com will not resolve at all/m,
        );
        setArgs = { privateDnsEnabled: false };
    });

    it("keeps names resolving everywhere when an endpoint is replaced", async () => {
        const { errors, steps } = await hub.replace("eks-eks");
        assert.deepEqual(errors, []);
        assert.deepEqual(
            steps.filter((step) => step.startsWith("replace ")),
            ["replace eks-eks", "replace eks-eks-private-dns"],
        );
        for (const vpcId of [own.vpcId, spokes.orders.vpcId, spokes.billing.vpcId]) {
            assert.deepEqual(lost(vpcId), []);
        }
    });

    it("moves its zones when its VPC is replaced", async () => {
        const old = vpcsOfZones(engine());
        const { errors } = await hub.replace("net");
        assert.deepEqual(errors, []);
        const [vpcId = "", ...others] = vpcsOfZones(engine());
        assert.deepEqual(others, []);
        assert.ok(!old.includes(vpcId));
        assert.deepEqual([...lost(vpcId), ...lost(own.vpcId)], []);
    });
});

function joinOrganization({ accounts }: Engine["world"]): void {
    for (const account of [DEFAULT_ACCOUNT, "444455556666", "777788889999"]) {
        accounts[account] = { organizationId: "o-a1b2c3d4e5" };
    }
}

/** The VPCs that the zones have from the start. */
function vpcsOfZones(engine: Engine): string[] {
    const zones = Object.values(engine.world.objects.zones);
    return [...new Set(zones.flatMap(({ vpcs: [first] }) => first?.vpcId ?? []))];
}

/** Associates every zone from the side of a spoke. */
async function join(engine: Engine, { vpcId, account }: Spoke): Promise<void> {
    for (const zoneId of Object.keys(engine.world.objects.zones)) {
        await engine.make(
            "aws:route53/zoneAssociation:ZoneAssociation",
            { vpcId, zoneId },
            account,
        );
    }
}
