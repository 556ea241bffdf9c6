import assert from "node:assert/strict";

import { previewStack, type Program } from "../../../scripts/changes/runStack";
import { EksEndpointConsumer, EksEndpointSet, EksEndpointShare } from "../../../sdk/index";
import { DEFAULT_ACCOUNT, memoryStore, Provider, type World } from "../../../simulated-aws/index";
import { offering } from "../../support/connection";
import { ENDPOINT } from "../../support/deploySet";
import { SPOKE, spokeConnection } from "../../support/joining";
import { createNetwork } from "../../support/network";

const REGION = "eu-central-1";
const CONFIG = { account: DEFAULT_ACCOUNT, region: REGION, defaultTags: {} };

/** What a first preview says of what it could not verify, where AWS refuses to answer some calls. */
async function unverified(
    world: World,
    refused: string[],
    program: Program,
    account = DEFAULT_ACCOUNT,
): Promise<string[]> {
    world.faults = refused.map((operation) => ({ operation, kind: "refused", onwards: true }));
    const stack = { name: "dev", account, region: REGION, state: new Map(), references: {} };
    const said = await previewStack({ world, pending: new Set() }, stack, program);
    assert.deepEqual(said.refused, []);
    return said.messages.filter((message) => message.includes("could not be verified"));
}

describe("what may be in the way, and AWS does not say", () => {
    it("is told of once by a set, whose services may have endpoints in the VPC", async () => {
        const { world, vpcId, subnetIds } = await createNetwork({ region: REGION });
        const program = () => new EksEndpointSet("eks", { vpcId, subnetIds });
        assert.deepEqual(await unverified(world, [], program), []);
        const [line = "", ...others] = await unverified(world, ["DescribeVpcEndpoints"], program);
        assert.deepEqual(others, []);
        assert.match(
            line,
            /^services: could not be verified: .*DescribeVpcEndpoints.*; allow the deployer to describe endpoints, or make sure that none in the VPC has private DNS for these services$/,
        );
    });

    it("is told of by a set where a service has several endpoints, of which one may have the name", async () => {
        const { world, vpcId, subnetIds } = await createNetwork({ region: REGION });
        const provider = new Provider(memoryStore(world), CONFIG);
        const inputs = { vpcId, subnetIds, serviceName: `com.amazonaws.${REGION}.eks` };
        for (const Name of ["one", "another"]) {
            const more = { vpcEndpointType: "Interface", tags: { Name } };
            await provider.create(ENDPOINT, { ...inputs, ...more }, false);
        }
        const set = (privateDnsEnabled: boolean) => () =>
            new EksEndpointSet("eks", { vpcId, subnetIds, privateDnsEnabled });
        const [line = "", ...others] = await unverified(world, [], set(true));
        assert.deepEqual(others, []);
        assert.match(line, /^services: could not be verified: .*multiple .*matched/);
        assert.deepEqual(await unverified(world, [], set(false)), []);
    });

    it("is told of once by a share, of whose names the VPCs may have zones", async () => {
        const { world, vpcId } = await createNetwork({ region: REGION });
        const other = await createNetwork({ world, region: REGION, prefix: "10.9" });
        const consumers = { other: { vpcId: other.vpcId } };
        const program = () =>
            new EksEndpointShare("hub", { connection: { ...offering(), vpcId }, consumers });
        assert.deepEqual(await unverified(world, [], program), []);
        const [line = "", ...others] = await unverified(world, ["ListHostedZones"], program);
        assert.deepEqual(others, []);
        assert.match(
            line,
            /^services: could not be verified: .*ListHostedZones.*; allow the deployer to find hosted zones, or make sure that the VPC has no other zone of these names$/,
        );
    });

    it("is told of once for zones and once for endpoints by a consumer", async () => {
        const { accountId } = SPOKE;
        const place = { region: REGION, account: accountId, prefix: "10.30" };
        const { world, vpcId } = await createNetwork(place);
        const consumers = { spoke: { vpcId, accountId, region: REGION } };
        const connection = spokeConnection({ consumers });
        const program = () => new EksEndpointConsumer("spoke", { connection, vpcId });
        assert.deepEqual(await unverified(world, [], program, accountId), []);
        const operations = ["ListHostedZones", "DescribeVpcEndpoints"];
        const said = await unverified(world, operations, program, accountId);
        assert.equal(said.length, 2);
        for (const operation of operations) {
            const line = new RegExp(`^vpcId: could not be verified: .*${operation}`);
            assert.ok(
                said.some((each) => line.test(each)),
                said.join("\n"),
            );
        }
    });
});
