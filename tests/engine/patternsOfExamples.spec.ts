import assert from "node:assert/strict";
import * as path from "node:path";

import { existingNetwork } from "./network";
import { findingsOf } from "./patterns/findings";
import { ORGANIZATION, organizations, SPOKE_ACCOUNT } from "./patterns/parts";
import { PACK, rolesIn, useEngine } from "./support";
import type { TestStack } from "./testStack";

const EXAMPLES = path.join(__dirname, "..", "..", "examples");

/** One with a known price, as the example exports it. */
const REGION = "eu-central-1";

for (const method of ["hostedZones", "profile"] as const) {
    describe(`the policy pack on the examples hub and spoke with ${method}`, function () {
        this.timeout(120_000);
        const engine = useEngine({ world: organizations() });
        let teamVpcId: string;

        before(async () => {
            const place = { region: REGION, account: SPOKE_ACCOUNT, prefix: "10.50" };
            teamVpcId = (await existingNetwork(engine(), place)).vpcId;
        });

        /** Previews and deploys an example, in neither of which anybody may say anything. */
        async function goesUpInSilence(
            example: string,
            config: { [key: string]: string },
        ): Promise<void> {
            const folder = path.join(EXAMPLES, example);
            const all = { "aws:region": REGION, method, ...config };
            const stack: TestStack = await engine().project(folder, all);
            const options = { policyPacks: [PACK] };
            for (const run of [await stack.preview(options), await stack.up(options)]) {
                assert.deepEqual([run.errors, run.warnings, findingsOf(run)], [[], [], []]);
            }
        }

        it("has nothing to say about the hub", async () => {
            const { vpcId, subnetIds } = await existingNetwork(engine(), { region: REGION });
            await goesUpInSilence("hub", {
                vpcId,
                subnetIds: JSON.stringify(subnetIds),
                organizationId: ORGANIZATION,
                clientCidrBlocks: JSON.stringify(["10.20.0.0/16", "10.50.0.0/16"]),
                consumers: JSON.stringify({
                    orders: { vpcId: teamVpcId, accountId: SPOKE_ACCOUNT },
                }),
            });
        });

        it("has nothing to say about a spoke", async () => {
            const [{ roleArn } = { roleArn: "" }] = rolesIn(SPOKE_ACCOUNT);
            await goesUpInSilence("spoke", {
                "aws:assumeRoles[0].roleArn": roleArn,
                vpcId: teamVpcId,
                hubStack: "organization/eks-privatelink-hub/engine-tests",
            });
        });
    });
}
