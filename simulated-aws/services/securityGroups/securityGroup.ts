import type { CheckFailure, ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { SecurityGroup } from "../../world/objects/network";
import {
    all,
    arnOf,
    demand,
    find,
    issueHex,
    issueId,
    list,
    put,
    remove,
} from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { common } from "../tags";
import { lengthFailures } from "../validators";
import { demandImpliedVpc } from "../vpc/defaultNetwork";
import { demandVisibleVpc } from "../vpc/sharedVpc";
import { asInlineList, inlineRules, listFailures } from "./inlineRules";
import { permissionsFrom, rulesOf, setRules } from "./rules";

/**
 * `aws.ec2.SecurityGroup`. The provider takes away the egress rule that EC2 gives every new group.
 * A list that is given is made exactly so on every update; one that is omitted is left alone.
 */
export const securityGroup: ResourceModel = {
    schema: {
        token: "aws:ec2/securityGroup:SecurityGroup",
        required: {},
        optional: { revokeRulesOnDelete: "boolean", tags: stringMap },
        settled: {
            description: "string",
            egress: inlineRules,
            ingress: inlineRules,
            name: "string",
            namePrefix: "string",
            region: "string",
            vpcId: "string",
        },
        computed: { arn: "string", ownerId: "string", tagsAll: stringMap },
        defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
        autoName: { property: "name", maxLength: 255 },
        replaceOn: ["name", "namePrefix", "description", "vpcId", "region"],
        ignored: ["revokeRulesOnDelete", "namePrefix"],
    },
    operations: {
        service: "EC2",
        create: "CreateSecurityGroup",
        update: "ModifySecurityGroupRules",
        delete: "DeleteSecurityGroup",
    },
    check: (inputs) => [
        ...prefixFailures(inputs),
        ...lengthFailures(inputs, "name", 255),
        ...lengthFailures(inputs, "description", 255),
        ...listFailures(inputs, "ingress"),
        ...listFailures(inputs, "egress"),
    ],
    create(scope, inputs) {
        const given = read(inputs);
        const wanted = given.text("vpcId");
        const vpcId = (wanted === "" ? demandImpliedVpc(scope) : demandVisibleVpc(scope, wanted))
            .id;
        const name = given.has("namePrefix")
            ? `${given.text("namePrefix")}${issueHex(scope.world, 8)}`
            : given.text("name");
        demandLetters("GroupName", name);
        demandLetters("GroupDescription", given.text("description"));
        if (
            list(scope, "securityGroups").some((each) => each.vpcId === vpcId && each.name === name)
        ) {
            throw new AwsError(
                "InvalidGroup.Duplicate",
                `The security group '${name}' already exists for VPC '${vpcId}'`,
            );
        }
        const id = issueId(scope.world, "sg");
        put(scope.world, "securityGroups", {
            id,
            account: scope.account,
            region: scope.region,
            tags: given.tags(),
            vpcId,
            name,
            description: given.text("description"),
            isDefault: false,
        });
        try {
            setInlineRules(scope, id, inputs);
        } catch (error) {
            removeGroup(scope, id);
            throw error;
        }
        return id;
    },
    read(scope, id, known) {
        const found = find(scope, "securityGroups", id);
        if (found === undefined) {
            return undefined;
        }
        const inline = (property: "ingress" | "egress", isEgress: boolean) =>
            asInlineList(rulesOf(scope, id, isEgress), read(known).records(property), id);
        return {
            ...groupOutputs(scope, found),
            ownerId: found.account,
            ingress: inline("ingress", false),
            egress: inline("egress", true),
        };
    },
    update(scope, id, _olds, news) {
        const given = read(news);
        put(scope.world, "securityGroups", {
            ...demand(scope, "securityGroups", id),
            tags: given.tags(),
        });
        setInlineRules(scope, id, news);
    },
    delete(scope, id, state) {
        if (
            isUsed(scope, id) ||
            (isReferenced(scope, id) && !read(state).flag("revokeRulesOnDelete"))
        ) {
            throw new AwsError("DependencyViolation", `resource ${id} has a dependent object`);
        }
        removeGroup(scope, id);
    },
};

const DIRECTIONS = [
    ["ingress", false],
    ["egress", true],
] as const;

function removeGroup(scope: Scope, id: string): void {
    for (const rule of all(scope.world, "securityGroupRules")) {
        const isOwn = rule.groupId === id || rule.source.groupId === id;
        if (isOwn) {
            remove(scope.world, "securityGroupRules", rule.id);
        }
    }
    remove(scope.world, "securityGroups", id);
}

function setInlineRules(scope: Scope, id: string, inputs: Properties): void {
    for (const [property, isEgress] of DIRECTIONS) {
        if (!read(inputs).has(property)) {
            continue;
        }
        const items = read(inputs).records(property);
        const wanted = items.flatMap((item) => permissionsFrom(item, isEgress, id));
        setRules(scope, id, isEgress, wanted);
    }
}

/** A resource called `sg` gets such a name, and the provider refuses it. */
function prefixFailures(inputs: Properties): CheckFailure[] {
    const name = inputs.name;
    if (typeof name !== "string" || !name.startsWith("sg-")) {
        return [];
    }
    return [{ property: "name", reason: "invalid value for name (cannot begin with sg-)" }];
}

/** Letters of names and descriptions of groups. CreateSecurityGroup in the API reference. */
const LETTERS = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]*$/;

/** EC2's refusal of other letters; the wording beyond the code is simulated. */
function demandLetters(parameter: string, value: string): void {
    if (LETTERS.test(value)) {
        return;
    }
    throw new AwsError(
        "InvalidParameterValue",
        `Value (${value}) for parameter ${parameter} is invalid: only a-z, A-Z, 0-9, spaces and ._-:/()#,@[]+=&;{}!$* are allowed`,
    );
}

/** Outputs that the resource and the look-up have in common. */
export function groupOutputs(scope: Scope, found: SecurityGroup) {
    return {
        ...common(found),
        arn: arnOf(scope, "ec2", `security-group/${found.id}`),
        name: found.name,
        description: found.description,
        vpcId: found.vpcId,
    };
}

function isUsed(scope: Scope, id: string): boolean {
    return (
        list(scope, "networkInterfaces").some((each) => each.securityGroupIds.includes(id)) ||
        list(scope, "groupVpcs").some((each) => each.groupId === id)
    );
}

function isReferenced(scope: Scope, id: string): boolean {
    return list(scope, "securityGroupRules").some(
        (rule) => rule.source.groupId === id && rule.groupId !== id,
    );
}
