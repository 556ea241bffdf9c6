import assert from "node:assert/strict";

import { endpointSecurityGroupRequired as policy } from "../../../../policy-pack/policies/security-group/endpointSecurityGroupRequired";
import { judge, reasonsOf } from "../../support/judge";
import { defaultSecurityGroup, groupAssociation, network, stackOf } from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const USE_OWN =
    "create a group that admits TCP 443 from its clients, and name it in securityGroupIds";
const NO_GROUP = { securityGroupIds: undefined };

describe("endpointSecurityGroupRequired", () => {
    it("accepts an endpoint with a group of its own", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    for (const securityGroupIds of [undefined, [], {}, [7], [null]]) {
        it(`rejects an endpoint with these groups: ${JSON.stringify(securityGroupIds)}`, async () => {
            assert.deepEqual(
                await judge(policy, stackOf(network({ endpoint: { securityGroupIds } }))),
                [
                    [
                        "mandatory",
                        "eks",
                        `VpcEndpoint "eks": names no security group, so AWS attaches the default one; ${USE_OWN}`,
                    ],
                ],
            );
        });
    }

    it("accepts an association that takes the default group away", async () => {
        const stack = network({ endpoint: NO_GROUP });
        const association = groupAssociation({
            vpcEndpointId: outputOf(stack.endpoint),
            securityGroupId: outputOf(stack.group),
            replaceDefaultAssociation: true,
        });
        assert.deepEqual(await judge(policy, stackOf(stack, association)), []);
    });

    it("rejects an association that leaves the default group attached", async () => {
        const stack = network({ endpoint: NO_GROUP });
        const association = groupAssociation({
            vpcEndpointId: outputOf(stack.endpoint),
            securityGroupId: outputOf(stack.group),
        });
        assert.deepEqual(await judge(policy, stackOf(stack, association)), [
            [
                "mandatory",
                "eks",
                'VpcEndpoint "eks": names no security group, so AWS attaches the default one, and no association takes it away; ' +
                    "set replaceDefaultAssociation on one, or name the groups in securityGroupIds",
            ],
        ]);
    });

    it("rejects a DefaultSecurityGroup", async () => {
        const group = defaultSecurityGroup();
        const stack = network({ endpoint: { securityGroupIds: [outputOf(group)] } });
        assert.deepEqual(await judge(policy, stackOf(stack, group)), [
            [
                "mandatory",
                "eks",
                `VpcEndpoint "eks": has the default security group (DefaultSecurityGroup "default"); ${USE_OWN}`,
            ],
        ]);
    });

    it("rejects the group that a VPC of the stack calls its default", async () => {
        const { vpc } = network();
        const id = String(vpc.computed.defaultSecurityGroupId);
        const stack = network({ endpoint: { securityGroupIds: [id] } });
        assert.deepEqual(await judge(policy, stackOf(stack), { phase: "update" }), [
            [
                "mandatory",
                "eks",
                `VpcEndpoint "eks": has the default security group (${id}); ${USE_OWN}`,
            ],
        ]);
    });

    it("advises in preview against what a VPC of the stack will call its default", async () => {
        const stack = network();
        const groupId = outputOf(stack.vpc, "defaultSecurityGroupId");
        stack.endpoint.inputs.securityGroupIds = [groupId];
        const [said, ...others] = await judge(policy, stackOf(stack));
        assert.deepEqual(said, [
            "advisory",
            "eks",
            'VpcEndpoint "eks": securityGroupIds: comes from Vpc "vpc", whose one output of this kind is its default security ' +
                `group; unless a look-up takes another one, ${USE_OWN}`,
        ]);
        // The other one says that preview does not know the value.
        assert.deepEqual(
            others.map(([level]) => level),
            ["advisory"],
        );
        const [after] = await judge(policy, stackOf(stack), { phase: "update" });
        assert.equal(after?.[0], "mandatory");
    });

    it("does not apply to a group of which only the ID is known", async () => {
        const stack = network({ endpoint: { securityGroupIds: ["sg-0123"] } });
        assert.deepEqual(await reasonsOf(policy, stackOf(stack)), [
            'VpcEndpoint "eks" has security group sg-0123, which is not in this stack',
        ]);
    });

    it("does not guess at an unknown group from elsewhere", async () => {
        const stack = network({ endpoint: { securityGroupIds: [later("sg-0123")] } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "eks",
                'VpcEndpoint "eks": not judged yet: string value at .securityGroupIds.0 can\'t be known during preview',
            ],
        ]);
    });
});
