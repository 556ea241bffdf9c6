import assert from "node:assert/strict";
import * as path from "node:path";

import { DEFAULT_ACCOUNT } from "../../simulated-aws/index";
import { setGrants } from "../scripts/rights/grants";
import { placesOf } from "../scripts/rights/places";
import { type Grant, policiesOf } from "../scripts/rights/scenario";
import { existingNetwork } from "./network";
import { AWSX, usePlugin } from "./plugins";
import { idsIn, listed, useEngine } from "./support";
import type { TestStack } from "./testStack";

const REGION = "eu-central-1";

describe("a deployer with just the rights of a set, on the real engine", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let grants: Grant[];
    let existing: string[];

    /** From now on the deployer has these policies and no others. */
    function permit(deployerPolicies: string[]): void {
        engine().change((world) => {
            world.accounts[DEFAULT_ACCOUNT] = { deployerPolicies };
        });
    }

    before(async () => {
        const { vpcId, subnetIds } = await existingNetwork(engine(), { region: REGION });
        existing = idsIn(engine().world);
        const folder = path.join(__dirname, "..", "..", "examples", "minimal");
        const config = { "aws:region": REGION, vpcId, ...listed("subnetIds", subnetIds) };
        stack = await engine().project(folder, config);
        const places = placesOf("eks", { "vpc-id": vpcId, "subnet-id": subnetIds });
        const own = { stack: `organization/eks-privatelink-minimal/${stack.stack.name}` };
        grants = setGrants({ ...places, ...own }, "log group");
        permit(policiesOf(grants));
    });

    it("previews, deploys and refreshes the example without a word", async () => {
        for (const run of [await stack.preview(), await stack.up(), await stack.refresh()]) {
            const { errors, warnings } = run;
            assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
        }
        assert.equal(Object.keys(engine().world.objects.endpoints).length, 3);
    });

    it("may preview with the rights of a preview alone, and not deploy", async () => {
        const looks = grants.map((grant) => ({
            ...grant,
            rights: grant.rights.filter(({ use }) => use !== "write"),
        }));
        permit(policiesOf(looks));
        const { errors, changes } = await stack.preview({ refresh: true });
        assert.deepEqual({ errors, changes }, { errors: [], changes: {} });
        const { errors: refused } = await stack.destroy();
        assert.match(refused.join("\n"), /is not authorized to perform: ec2:\w+ on resource/);
        assert.doesNotMatch(refused.join("\n"), /Describe/);
    });

    it("is told what it may not do, and destroys everything once it may", async () => {
        permit(policiesOf(grants));
        const { errors } = await stack.destroy();
        assert.deepEqual({ errors, left: idsIn(engine().world) }, { errors: [], left: existing });
    });
});

/** What the network of the example `awsx-vpc` needs, which is not a component of ours. */
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
                "ec2:CreateInternetGateway",
                "ec2:DeleteInternetGateway",
                "ec2:CreateRouteTable",
                "ec2:DeleteRouteTable",
                "ec2:AssociateRouteTable",
                "ec2:DisassociateRouteTable",
                "ec2:DescribeAvailabilityZones",
            ],
            Resource: "*",
        },
    ],
});

describe("a deployer with just the rights of a set and of a network, on the real engine", function () {
    this.timeout(120_000);
    const engine = useEngine();

    it("previews, deploys, refreshes and destroys the example awsx-vpc", async function () {
        if (!usePlugin(engine(), ...AWSX)) {
            this.skip();
        }
        const folder = path.join(__dirname, "..", "..", "examples", "awsx-vpc");
        const stack = await engine().project(folder, { "aws:region": REGION });
        const grants = setGrants(
            placesOf("eks", {
                "vpc-id": "*",
                "subnet-id": "*",
                stack: `organization/eks-privatelink-awsx-vpc/${stack.stack.name}`,
            }),
            "log group",
        );
        engine().change((world) => {
            world.accounts[DEFAULT_ACCOUNT] = {
                deployerPolicies: [...policiesOf(grants), OWN_NETWORK],
            };
        });
        for (const step of ["preview", "up", "refresh", "destroy"] as const) {
            // The engine warns that awsx brings an aws provider of its own.
            const { errors } = await stack[step]();
            assert.deepEqual(errors, [], step);
        }
        assert.deepEqual(idsIn(engine().world), []);
    });
});
