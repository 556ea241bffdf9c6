import assert from "node:assert/strict";

import { endpointIngressHttpsOnly as policy } from "../../../../policy-pack/policies/security-group/endpointIngressHttpsOnly";
import { judge, reasonsOf } from "../../support/judge";
import {
    GROUP_USERS,
    groupAssociation,
    HTTPS_FROM_VPC,
    ingressRule,
    network,
    securityGroup,
    securityGroupRule,
    stackOf,
} from "../../support/resources";
import { later, outputOf } from "../../support/testResource";

const ONLY_443 = "an endpoint answers on TCP 443 only, so admit nothing else";

const OTHER_PORT = { ...HTTPS_FROM_VPC, fromPort: 8443, toPort: 8443 };

describe("endpointIngressHttpsOnly", () => {
    it("accepts TCP 443", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
    });

    const rules: [what: string, rule: object, message: string][] = [
        ["another port", { fromPort: 80, toPort: 80 }, `admits TCP port 80; ${ONLY_443}`],
        [
            "a range around 443",
            { fromPort: 400, toPort: 500 },
            `admits TCP ports 400 to 500; ${ONLY_443}`,
        ],
        ["another protocol", { protocol: "udp" }, `admits protocol "udp"; ${ONLY_443}`],
        [
            "every protocol",
            { protocol: "-1", fromPort: 0, toPort: 0 },
            `admits every protocol and port (ipProtocol "-1"); ${ONLY_443}`,
        ],
    ];
    for (const [what, rule, message] of rules) {
        it(`rejects ${what} in an inline rule`, async () => {
            const spoilt = network({
                group: { ingress: [HTTPS_FROM_VPC, { ...HTTPS_FROM_VPC, ...rule }] },
            });
            assert.deepEqual(await judge(policy, stackOf(spoilt)), [
                ["mandatory", "endpoints", `SecurityGroup "endpoints": ingress[1]: ${message}`],
            ]);
        });
    }

    for (const [what, user, uses] of GROUP_USERS) {
        for (const phase of ["preview", "update"] as const) {
            it(`asks for a group of the endpoint's own where the group serves ${what} (${phase})`, async () => {
                const stack = network({ group: { ingress: [OTHER_PORT, HTTPS_FROM_VPC] } });
                const resources = stackOf(stack, user(stack.group));
                assert.deepEqual(await judge(policy, resources, { phase }), [
                    [
                        "mandatory",
                        "endpoints",
                        `SecurityGroup "endpoints": ingress[0]: admits TCP port 8443; an endpoint answers on TCP 443 only, but ${uses} uses this group too; ` +
                            "give the endpoint a group of its own",
                    ],
                ]);
            });
        }
    }

    it("asks for a group of the endpoint's own where the group cannot be for endpoints", async () => {
        const stack = network({ group: { ingress: [OTHER_PORT], egress: [OTHER_PORT] } });
        assert.deepEqual(await judge(policy, stackOf(stack)), [
            [
                "mandatory",
                "endpoints",
                'SecurityGroup "endpoints": ingress[0]: admits TCP port 8443; an endpoint answers on TCP 443 only, but this group lets connections out and ' +
                    "admits nobody on TCP 443, so it is for something else; give the endpoint a group of its own",
            ],
        ]);
    });

    it("rejects another port in a SecurityGroupRule", async () => {
        const stack = network({ group: { ingress: undefined } });
        const rule = securityGroupRule({ securityGroupId: outputOf(stack.group), toPort: 8443 });
        assert.deepEqual(await judge(policy, stackOf(stack, rule)), [
            [
                "mandatory",
                "rule",
                `SecurityGroupRule "rule": admits TCP ports 443 to 8443; ${ONLY_443}`,
            ],
        ]);
    });

    it("rejects another port in a SecurityGroupIngressRule", async () => {
        const stack = network({ group: { ingress: undefined } });
        const rule = ingressRule({
            securityGroupId: outputOf(stack.group),
            fromPort: 22,
            toPort: 22,
        });
        assert.deepEqual(await judge(policy, stackOf(stack, rule)), [
            [
                "mandatory",
                "rule",
                `SecurityGroupIngressRule "rule": admits TCP port 22; ${ONLY_443}`,
            ],
        ]);
    });

    it("rejects another port in a group that an association attaches", async () => {
        const stack = network();
        const second = securityGroup(
            { ingress: [{ ...HTTPS_FROM_VPC, fromPort: 1 }] },
            { name: "second" },
        );
        const association = groupAssociation({
            vpcEndpointId: outputOf(stack.endpoint),
            securityGroupId: outputOf(second),
        });
        assert.deepEqual(await judge(policy, stackOf(stack, second, association)), [
            [
                "mandatory",
                "second",
                `SecurityGroup "second": ingress[0]: admits TCP ports 1 to 443; ${ONLY_443}`,
            ],
        ]);
    });

    it("finds the rule by its ID once the group exists", async () => {
        const stack = network({ group: { ingress: undefined } });
        const rule = ingressRule({ securityGroupId: stack.group.computed.id, toPort: 444 });
        const findings = await judge(policy, stackOf(stack, rule), { phase: "update" });
        assert.deepEqual(findings, [
            [
                "mandatory",
                "rule",
                `SecurityGroupIngressRule "rule": admits TCP ports 443 to 444; ${ONLY_443}`,
            ],
        ]);
    });

    it("leaves groups alone that no EKS endpoint uses", async () => {
        const other = securityGroup(
            { ingress: [{ ...HTTPS_FROM_VPC, fromPort: 0 }] },
            { name: "other" },
        );
        assert.deepEqual(await judge(policy, stackOf(network(), other)), []);
    });

    it("does not apply to a group of which only the ID is known", async () => {
        const stack = network({ endpoint: { securityGroupIds: ["sg-0123"] } });
        assert.deepEqual(await reasonsOf(policy, stackOf(stack)), [
            'VpcEndpoint "eks" has security group sg-0123, which is not in this stack',
        ]);
    });

    it("judges the known rule beside one with an unknown port", async () => {
        const ingress = [
            { ...HTTPS_FROM_VPC, toPort: later(443) },
            { ...HTTPS_FROM_VPC, fromPort: 80 },
        ];
        assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }))), [
            [
                "mandatory",
                "endpoints",
                `SecurityGroup "endpoints": ingress[1]: admits TCP ports 80 to 443; ${ONLY_443}`,
            ],
            [
                "advisory",
                "endpoints",
                'SecurityGroup "endpoints": not judged yet: string value at .ingress.0.toPort can\'t be known during preview',
            ],
        ]);
    });

    it("does not mind an unknown range", async () => {
        const ingress = [{ ...HTTPS_FROM_VPC, cidrBlocks: [later("10.0.0.0/16")] }];
        assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }))), []);
    });

    const malformed: [what: string, ingress: unknown, problem: string][] = [
        ["a list that is a text", "tcp", 'admits protocol ""'],
        ["a rule that is a number", [7], 'admits protocol ""'],
        [
            "ports that are no numbers",
            [{ ...HTTPS_FROM_VPC, fromPort: "443", toPort: {} }],
            "admits TCP without saying on which ports",
        ],
    ];
    for (const [what, ingress, problem] of malformed) {
        it(`rejects ${what}`, async () => {
            assert.deepEqual(await judge(policy, stackOf(network({ group: { ingress } }))), [
                [
                    "mandatory",
                    "endpoints",
                    `SecurityGroup "endpoints": ingress[0]: ${problem}; ` +
                        "an endpoint answers on TCP 443 only, so admit nothing else",
                ],
            ]);
        });
    }
});
