import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import type { Properties } from "../../../../simulated-aws/model/values";
import { Engine, network } from "../../support/engine";
import { rule, withGroup } from "../../support/groups";

describe("what is refused in a group or a rule", () => {
    const refused = async (inputs: Properties, message: string) => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        await assert.rejects(engine.create("ec2.SecurityGroup", { vpcId: vpc.id, ...inputs }), {
            message: message.replace("<vpc>", vpc.id),
        });
    };
    const api = "operation error EC2: CreateSecurityGroup, api error";
    const cases: [string, Properties, string][] = [
        [
            "a name like an ID",
            { name: "sg-x" },
            "name: invalid value for name (cannot begin with sg-)",
        ],
        [
            "a name that is taken",
            { name: "default" },
            `${api} InvalidGroup.Duplicate: The security group 'default' already exists for VPC '<vpc>'`,
        ],
        [
            "host bits",
            { ingress: [rule({ cidrBlocks: ["10.0.0.1/16"] })] },
            `ingress[0].cidrBlocks[0]: "10.0.0.1/16" is not a valid IPv4 CIDR block; did you mean "10.0.0.0/16"?`,
        ],
        [
            "IPv6 among IPv4",
            { egress: [rule({ cidrBlocks: ["::/0"] })] },
            `egress[0].cidrBlocks[0]: "::/0" is not a valid IPv4 CIDR block`,
        ],
        [
            "ports with all protocols",
            { ingress: [rule({ protocol: "-1" })] },
            `ingress[0]: from_port (443) and to_port (443) must both be 0 to use the 'ALL' "-1" protocol!`,
        ],
        [
            "one rule twice",
            { ingress: [rule(), rule({ description: "again" })] },
            `${api} InvalidParameterValue: The same permission must not appear multiple times`,
        ],
        [
            "an unknown group",
            { ingress: [rule({ cidrBlocks: [], securityGroups: ["sg-none"] })] },
            `${api} InvalidGroup.NotFound: The security group 'sg-none' does not exist`,
        ],
        [
            "an unknown prefix list",
            { ingress: [rule({ prefixListIds: ["pl-none"] })] },
            `${api} InvalidPrefixListID.NotFound: The prefix list ID 'pl-none' does not exist`,
        ],
        [
            "more than 60 rules",
            {
                ingress: Array.from({ length: 61 }, (_, port) =>
                    rule({ fromPort: port, toPort: port }),
                ),
            },
            `${api} RulesPerSecurityGroupLimitExceeded: The maximum number of rules per security group has been reached.`,
        ],
    ];
    for (const [title, inputs, message] of cases) {
        it(title, () => refused(inputs, message));
    }

    it("a single rule with two sources", async () => {
        const { engine, group } = await withGroup();
        await assert.rejects(
            engine.create("vpc.SecurityGroupIngressRule", {
                securityGroupId: group.id,
                ipProtocol: "-1",
                cidrIpv4: "10.0.0.0/8",
                cidrIpv6: "::/0",
            }),
            { message: /^cidrIpv6: Invalid Attribute Combination: Exactly one / },
        );
    });
});

describe("single rules", () => {
    it("change their port in place, under the same ID", async () => {
        const { engine, group } = await withGroup();
        const inputs = { securityGroupId: group.id, ipProtocol: "tcp", cidrIpv4: "10.0.0.0/8" };
        const made = await engine.create("vpc.SecurityGroupIngressRule", {
            ...inputs,
            fromPort: 443,
            toPort: 443,
        });
        const next = await engine.update(made, { ...inputs, fromPort: 443, toPort: 444 });
        assert.deepEqual([next.id, next.outputs.toPort], [made.id, 444]);
        await engine.delete(next);
        assert.equal(engine.refresh(next), undefined);
    });

    it("of the older kind are replaced for everything but their description", async () => {
        const { engine, group } = await withGroup();
        const inputs = { ...rule(), type: "egress", securityGroupId: group.id };
        const made = await engine.create("ec2.SecurityGroupRule", inputs);
        assert.deepEqual(engine.diff(made, { ...inputs, description: "other" }).replaces, []);
        assert.deepEqual(engine.diff(made, { ...inputs, toPort: 444 }).replaces, ["toPort"]);
        const next = await engine.update(made, { ...inputs, description: "other" });
        assert.equal(engine.refresh(next)?.outputs.description, "other");
    });

    it("show as gone when their group's update has removed them", async () => {
        const { engine, vpc, group } = await withGroup({ ingress: [] });
        const inputs = { ...rule(), type: "ingress", securityGroupId: group.id };
        const made = await engine.create("ec2.SecurityGroupRule", inputs);
        await engine.update(group, { vpcId: vpc.id, ingress: [rule({ toPort: 500 })] });
        assert.equal(engine.refresh(made), undefined);
    });
});

describe("the same rule from two resources", () => {
    it("is refused the second time", async () => {
        const { engine, group } = await withGroup({ ingress: [rule()] });
        const inputs = { ...rule(), type: "ingress", securityGroupId: group.id };
        await assert.rejects(engine.create("ec2.SecurityGroupRule", inputs), {
            message:
                "operation error EC2: AuthorizeSecurityGroupIngress, api error InvalidPermission.Duplicate: the specified " +
                'rule "peer: 10.0.0.0/16, TCP, from port: 443, to port: 443, ALLOW" already exists',
        });
    });
});

describe("ManagedPrefixList", () => {
    it("counts its versions, and stays while a rule names it", async () => {
        const engine = new Engine();
        const { vpc } = await network(engine, "");
        const inputs = { addressFamily: "IPv4", maxEntries: 2, name: "spokes" };
        const entries = [{ cidr: "10.8.0.0/16", description: "spoke" }];
        const made = await engine.create("ec2.ManagedPrefixList", { ...inputs, entries });
        const group = await engine.create("ec2.SecurityGroup", {
            vpcId: vpc.id,
            ingress: [rule({ cidrBlocks: [], prefixListIds: [made.id] })],
        });
        const next = await engine.update(made, { ...inputs, entries: [] });
        assert.deepEqual([made.outputs.version, next.outputs.version], [1, 2]);
        await assert.rejects(engine.delete(made), { message: /DependencyViolation/ });
        await engine.delete(group);
        await engine.delete(made);
    });

    it("takes no more entries than it was made for", async () => {
        const engine = new Engine();
        const entries = [{ cidr: "10.8.0.0/16" }, { cidr: "10.9.0.0/16" }];
        const inputs = { addressFamily: "IPv4", maxEntries: 1, entries };
        await assert.rejects(engine.create("ec2.ManagedPrefixList", inputs), {
            message:
                "operation error EC2: CreateManagedPrefixList, api error PrefixListMaxEntriesExceeded: " +
                "You've reached the maximum number of entries for the prefix list.",
        });
    });
});
