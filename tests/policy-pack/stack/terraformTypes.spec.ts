import assert from "node:assert/strict";

import { policies } from "../../../policy-pack/policies";
import { vpcDnsAttributes } from "../../../policy-pack/policies/dns/vpcDnsAttributes";
import { analyze, type Question } from "../support/analyzer";
import { remediateAll } from "../support/itRemediates";
import { findExample } from "../support/recipe";
import {
    compliantNetwork,
    compliantStack,
    endpoint,
    network,
    stackOf,
    stackResource,
    vpc,
    writeTerraform,
} from "../support/resources";
import { later, outputOf, type Phase, type TestResource } from "../support/testResource";

/** What the whole pack says of resources of a stack. */
async function ask(
    resources: TestResource[],
    phase: Phase,
    config?: Question["config"],
): Promise<{ policy: string; level: string; place: string; text: string }[]> {
    const { diagnostics } = await analyze({ policies, resources, phase, config });
    return diagnostics.map(({ policy, level, resource, message }) => ({
        policy,
        level,
        // Terraform's address begins with the type.
        place: `${policy} ${level} ${resource.replace(/^aws_\w+\./, "")}`,
        text: message.split("\n")[1] ?? message,
    }));
}

/** Findings of one policy, in its words. */
async function say(name: string, resources: TestResource[], phase: Phase): Promise<string[]> {
    const said = await ask(resources, phase);
    return said.filter(({ policy }) => policy === name).map(({ text }) => text);
}

/** Policies about what a program leaves out: Terraform shows what AWS fills in, so others find it or nobody can. */
const OF_OMISSIONS = [
    "endpoint-policy-required",
    "endpoint-security-group-required",
    "endpoint-rules-in-one-place",
];

/** Policies whose example a plan does not show: a default that AWS fills in, or which of several resources belong together. */
const NOT_IN_A_PLAN = [
    ...OF_OMISSIONS,
    "endpoint-ingress-covers-vpc",
    "private-dns-enabled",
    "vpc-dns-attributes",
    "subnets-match-ip-type",
    "endpoint-in-one-vpc",
    "share-inside-organization",
    "zone-association-possible",
    "zone-association-authorized",
];

const UNSEEN: { [phase in Phase]: string[] } = { preview: NOT_IN_A_PLAN, update: OF_OMISSIONS };

describe("a stack that a Terraform module makes", () => {
    for (const phase of ["preview", "update"] as const) {
        it(`has nothing in its way where the same of the aws provider has not (${phase})`, async () => {
            const said = await ask(writeTerraform(compliantStack()), phase);
            assert.deepEqual(
                said.filter(({ level }) => phase === "update" || level === "mandatory"),
                [],
            );
        });

        for (const policy of policies) {
            const isSeen = !UNSEEN[phase].includes(policy.name);
            const does = isSeen ? "is rejected" : "is not rejected";
            it(`${does} by ${policy.name} where the same of the aws provider is (${phase})`, async () => {
                const { wrong } = findExample(policy.name) ?? assert.fail();
                const isOn = policy.enforcementLevel !== "disabled";
                const own = isOn ? {} : { [policy.name]: { enforcementLevel: "mandatory" } };
                const [one, other] = [wrong(), wrong()];
                const expected = await ask(one.resources, phase, { ...own, ...one.config });
                const said = await ask(writeTerraform(other.resources), phase, {
                    ...own,
                    ...other.config,
                });
                const places = said.map(({ place }) => place);
                const missing = expected.filter(
                    ({ policy: name, place }) => name === policy.name && !places.includes(place),
                );
                assert.equal(missing.length === 0, isSeen, missing[0]?.text);
                // The policy that AWS has filled in, instead of that none was given.
                const instead = /^endpoint-policy-valid mandatory eks$/;
                const allowed = expected.map(({ place }) => place);
                assert.deepEqual(
                    said.filter(
                        ({ level, place }) =>
                            level === "mandatory" &&
                            !allowed.includes(place) &&
                            !(policy.name === "endpoint-policy-required" && instead.test(place)),
                    ),
                    [],
                );
            });
        }
    }
});

describe("a finding about a resource of a Terraform module", () => {
    it("names the place in the words of Terraform", async () => {
        const open = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] };
        const stack = stackOf(network({ group: { ingress: [open] } }));
        const said = await say("endpoint-ingress-no-world", writeTerraform(stack), "preview");
        assert.equal(said.length, 1);
        assert.match(
            said[0] ?? "",
            /^aws_security_group\.endpoints: ingress\[0\]\.cidr_blocks\[0\]: 0\.0\.0\.0\/0 admits the whole IPv4 internet/,
        );
    });

    it("leaves the names in an endpoint policy as they are", async () => {
        const policy = JSON.stringify({ Statement: [{ Effect: "Alow", Principal: "*" }] });
        const stack = stackOf(network({ endpoint: { policy } }));
        const [line] = await say("endpoint-policy-valid", writeTerraform(stack), "preview");
        assert.match(line ?? "", /^aws_vpc_endpoint\.eks: policy\.Statement\[0\]\.Effect: /);
    });

    it("does not take the only group of the module for one that is named", async () => {
        const open = { protocol: "-1", cidrBlocks: ["0.0.0.0/0"] };
        const stack = network({
            group: { ingress: [open] },
            endpoint: { securityGroupIds: ["sg-0123"] },
        });
        assert.deepEqual(
            await say("endpoint-ingress-no-world", writeTerraform(stackOf(stack)), "preview"),
            [],
        );
    });

    it("takes no group for another one where the module has two", async () => {
        const open = { protocol: "-1", cidrBlocks: ["0.0.0.0/0"] };
        const stack = network();
        const other = {
            ...stack.group,
            name: "other",
            inputs: { ...stack.group.inputs, ingress: [open] },
        };
        assert.deepEqual(
            await say(
                "endpoint-ingress-no-world",
                writeTerraform(stackOf(stack, other)),
                "preview",
            ),
            [],
        );
    });

    it("says of an endpoint of the aws provider that the module's VPC lacks something", async () => {
        const own = vpc({ enableDnsHostnames: false });
        const [module = assert.fail(), ...rest] = writeTerraform([own]);
        const eks = endpoint({ vpcId: later("vpc-1"), subnetIds: ["subnet-1"] });
        eks.inputs.vpcId = outputOf(module);
        const said = await say(
            vpcDnsAttributes.name,
            [stackResource(), module, ...rest, eks],
            "preview",
        );
        assert.match(said[0] ?? "", /^aws_vpc\.vpc: enable_dns_hostnames: is off/);
    });
});

describe("a resource of a Terraform module at level remediate", () => {
    it("is left as it is, because to change what the engine shows changes nothing", async () => {
        const stack = stackOf(compliantNetwork({ vpc: { enableDnsSupport: false } }));
        assert.equal((await remediateAll(vpcDnsAttributes, stack, {})).length, 1);
        assert.deepEqual(await remediateAll(vpcDnsAttributes, writeTerraform(stack), {}), []);
    });
});
