import assert from "node:assert/strict";

import { endpointRulesInOnePlace as policy } from "../../../../policy-pack/policies/security-group/endpointRulesInOnePlace";
import { judge } from "../../support/judge";
import {
    egressRule,
    HTTPS_FROM_VPC,
    ingressRule,
    network,
    securityGroup,
    securityGroupRule,
    stackOf,
} from "../../support/resources";
import { later, outputOf, type TestResource } from "../../support/testResource";

function mixed(direction: string, rule: string): string {
    return (
        `SecurityGroup "endpoints": ${direction}: has rules here, beside ${rule}; an update of the group removes ` +
        "the rules that are resources, and the next one adds them again, so write all of them in one form"
    );
}

describe("endpointRulesInOnePlace", () => {
    it("accepts rules in the group, and rules that are resources", async () => {
        assert.deepEqual(await judge(policy, stackOf(network())), []);
        const stack = network({ group: { ingress: undefined } });
        const rule = ingressRule({ securityGroupId: outputOf(stack.group) });
        assert.deepEqual(await judge(policy, stackOf(stack, rule)), []);
    });

    it("accepts each direction in a form of its own", async () => {
        const stack = network();
        const rule = egressRule({ securityGroupId: outputOf(stack.group) });
        assert.deepEqual(await judge(policy, stackOf(stack, rule)), []);
    });

    const kinds: [direction: string, make: (inputs: object) => TestResource, name: string][] = [
        ["ingress", (inputs) => ingressRule({ ...inputs }), 'SecurityGroupIngressRule "rule"'],
        ["ingress", (inputs) => securityGroupRule({ ...inputs }), 'SecurityGroupRule "rule"'],
        ["egress", (inputs) => egressRule({ ...inputs }), 'SecurityGroupEgressRule "rule"'],
    ];
    for (const [direction, make, name] of kinds) {
        for (const phase of ["preview", "update"] as const) {
            it(`rejects ${direction} in the group beside ${name} (${phase})`, async () => {
                const stack = network({ group: { [direction]: [HTTPS_FROM_VPC] } });
                const rule = make({ securityGroupId: outputOf(stack.group) });
                assert.deepEqual(await judge(policy, stackOf(stack, rule), { phase }), [
                    ["mandatory", "endpoints", mixed(direction, name)],
                ]);
            });
        }
    }

    it("does not take what AWS shows of a group for rules of the program", async () => {
        const stack = network();
        const rule = ingressRule({ securityGroupId: outputOf(stack.group) });
        const resources = stackOf(stack, rule).map((resource) => ({
            ...resource,
            name: `${resource.name}-untouched`,
        }));
        const known = { phase: "update", showInputs: false } as const;
        assert.deepEqual(await judge(policy, resources, known), []);
    });

    it("leaves groups alone that no EKS endpoint uses", async () => {
        const other = securityGroup({}, { name: "other" });
        const rule = ingressRule({ securityGroupId: outputOf(other) });
        assert.deepEqual(await judge(policy, stackOf(network(), other, rule)), []);
    });

    it("does not guess at unknown rules", async () => {
        const stack = network({ group: { ingress: later([]) } });
        const rule = ingressRule({ securityGroupId: outputOf(stack.group) });
        assert.deepEqual(await judge(policy, stackOf(stack, rule)), [
            [
                "advisory",
                "endpoints",
                'SecurityGroup "endpoints": not judged yet: string value at .ingress can\'t be known during preview',
            ],
        ]);
    });
});
