import assert from "node:assert/strict";

import { endpointEgressEmpty as policy } from "../../../../policy-pack/policies/security-group/endpointEgressEmpty";
import { judge, reasonsOf } from "../../support/judge";
import {
    egressRule,
    GROUP_USERS,
    HTTPS_FROM_VPC,
    network,
    securityGroupRule,
    stackOf,
} from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const REMOVE = "an endpoint opens no connections, so remove this egress rule";

const SSH = { ...HTTPS_FROM_VPC, fromPort: 22, toPort: 22 };

describe("endpointEgressEmpty", () => {
    it("accepts a group that leaves egress out, although AWS computes it", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    it("reports an inline egress rule", async () => {
        const stack = network({ group: { egress: [HTTPS_FROM_VPC] } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            ["advisory", "endpoints", `SecurityGroup "endpoints": egress[0]: ${REMOVE}`],
        ]);
    });

    it("reports egress rules that are resources", async () => {
        const stack = network();
        const rules = [
            securityGroupRule(
                { securityGroupId: outputOf(stack.group), type: "egress" },
                { name: "old" },
            ),
            egressRule({ securityGroupId: outputOf(stack.group) }, { name: "new" }),
        ];
        assert.deepEqual(await judge(policy, stackOf(stack, ...rules)), [
            ["advisory", "old", `SecurityGroupRule "old": ${REMOVE}`],
            ["advisory", "new", `SecurityGroupEgressRule "new": ${REMOVE}`],
        ]);
    });

    for (const [what, user, uses] of GROUP_USERS) {
        for (const phase of ["preview", "update"] as const) {
            it(`asks for a group of the endpoint's own where the group serves ${what} (${phase})`, async () => {
                const stack = network({ group: { egress: [HTTPS_FROM_VPC] } });
                const resources = stackOf(stack, user(stack.group));
                assert.deepEqual(await judge(policy, resources, { phase }), [
                    [
                        "advisory",
                        "endpoints",
                        `SecurityGroup "endpoints": egress[0]: an endpoint opens no connections, but ${uses} uses this group too; ` +
                            "give the endpoint a group of its own",
                    ],
                ]);
            });
        }
    }

    it("asks for a group of the endpoint's own where the group cannot be for endpoints", async () => {
        const stack = network({ group: { ingress: [SSH], egress: [HTTPS_FROM_VPC] } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "endpoints",
                'SecurityGroup "endpoints": egress[0]: an endpoint opens no connections, but this group lets connections out and ' +
                    "admits nobody on TCP 443, so it is for something else; give the endpoint a group of its own",
            ],
        ]);
    });

    it("does not apply to a group of which only the ID is known", async () => {
        const stack = network({ endpoint: { securityGroupIds: ["sg-0123"] } });
        assert.deepEqual(await reasonsOf(policy, stackOf(stack)), [
            'VpcEndpoint "eks" has security group sg-0123, which is not in this stack',
        ]);
    });

    it("does not guess at unknown rules", async () => {
        const stack = network({ group: { egress: later([]) } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "advisory",
                "endpoints",
                'SecurityGroup "endpoints": not judged yet: string value at .egress can\'t be known during preview',
            ],
        ]);
    });

    for (const egress of ["tcp", [7], {}]) {
        it(`takes a malformed rule for a rule: ${JSON.stringify(egress)}`, async () => {
            assert.deepEqual(await judge(policy, stackOf(network({ group: { egress } }))), [
                [
                    "advisory",
                    "endpoints",
                    'SecurityGroup "endpoints": egress[0]: an endpoint opens no connections, so remove this egress rule',
                ],
            ]);
        });
    }
});
