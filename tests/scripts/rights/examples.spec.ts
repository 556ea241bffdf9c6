import assert from "node:assert/strict";

import { createWorld, DEFAULT_ACCOUNT } from "../../../simulated-aws/index";
import { createNetwork } from "../../support/network";
import { Deployer, example, REGION, type Said } from "./deployer";
import { setGrants } from "./grants";
import { placesOf } from "./places";
import { type Grant, policiesOf } from "./scenario";

/** What an example needs for the network that it makes itself. */
const OWN_NETWORK = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Action: [
                "ec2:CreateVpc",
                "ec2:DeleteVpc",
                "ec2:CreateSubnet",
                "ec2:DeleteSubnet",
                "ec2:DescribeAvailabilityZones",
            ],
            Resource: "*",
        },
    ],
});

interface Prepared {
    deployer: Deployer;
    config: { [key: string]: unknown };
    grants: Grant[];
    /** Policies for what is not a component. Defaults to none. */
    others?: string[];
}

async function inNetwork(config: { [key: string]: unknown } = {}): Promise<Prepared> {
    const network = await createNetwork({ world: createWorld(), region: REGION, hasIpv6: true });
    const { world, vpcId, subnetIds } = network;
    return {
        deployer: new Deployer({ world, pending: new Set() }),
        config: { vpcId, subnetIds, ...config },
        grants: setGrants(
            placesOf("eks", { "vpc-id": vpcId, "subnet-id": subnetIds }),
            "log group",
        ),
    };
}

/** The examples whose lives are not part of the scenarios; `awsx-vpc` needs an engine. */
const EXAMPLES: { [name: string]: () => Promise<Prepared> } = {
    adopt: () => inNetwork(),
    perimeter: () => inNetwork({ organizationId: "o-a1b2c3d4e5" }),
    "dual-stack": () =>
        Promise.resolve({
            deployer: new Deployer({ world: createWorld(), pending: new Set() }),
            config: {},
            grants: setGrants(placesOf("eks", { "vpc-id": "*", "subnet-id": "*" }), "bucket"),
            others: [OWN_NETWORK],
        }),
};

describe("the examples, under just the rights that the documentation names", () => {
    for (const [name, prepare] of Object.entries(EXAMPLES)) {
        it(`${name} is previewed, deployed, refreshed and destroyed`, async function () {
            this.timeout(60_000);
            const { deployer, config, grants, others = [] } = await prepare();
            const before = count(deployer);
            deployer.permit([...policiesOf(grants), ...others]);
            const program = example(name, config);
            const said: { [phase: string]: Said } = {
                preview: await deployer.preview(program),
                up: await deployer.up(program),
                refresh: deployer.refresh(),
            };
            assert.ok(count(deployer) > before);
            said["second up"] = await deployer.up(program);
            said.destroy = await deployer.destroy();
            for (const [phase, { refused, messages }] of Object.entries(said)) {
                assert.deepEqual({ refused, messages }, { refused: [], messages: [] }, phase);
            }
            assert.equal(count(deployer), before);
        });
    }

    it("are refused where the account's deployer has none", async () => {
        const { deployer, config } = await inNetwork();
        deployer.permit([]);
        const { refused } = await deployer.preview(example("minimal", config));
        assert.match(refused.join(), /is not authorized to perform: ec2:DescribeVpcs/);
        assert.deepEqual(deployer.world.accounts[DEFAULT_ACCOUNT]?.deployerPolicies, []);
    });
});

/** How many objects the world has. */
function count({ world }: Deployer): number {
    return Object.values(world.objects).reduce((sum, table) => sum + Object.keys(table).length, 0);
}
