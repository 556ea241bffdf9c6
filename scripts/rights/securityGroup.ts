import type { Right } from "./right";
import { createdBy, GROUPS, onCreation, ownedBy, VPC } from "./subjects";

/** Rights on the security group that a component makes. */
export function securityGroupRights(component: string): Right[] {
    return [
        {
            sid: "ReadGroups",
            use: "read",
            reason: "AWS shows groups and network interfaces all or none; before a group is deleted, the provider looks for interfaces that Lambda has left in it.",
            actions: ["ec2:DescribeSecurityGroups", "ec2:DescribeNetworkInterfaces"],
        },
        {
            sid: "CreateGroupInVpc",
            use: "write",
            reason: "The security group, in this VPC only.",
            actions: ["ec2:CreateSecurityGroup"],
            resources: [VPC],
        },
        {
            sid: "CreateGroup",
            use: "write",
            reason: "The group has to carry the component's tag from the start.",
            actions: ["ec2:CreateSecurityGroup"],
            resources: [GROUPS],
            conditions: createdBy(component),
        },
        {
            sid: "TagNewGroup",
            use: "write",
            reason: "Tags that go with the creation need the right to tag.",
            actions: ["ec2:CreateTags"],
            resources: [GROUPS],
            conditions: onCreation(component, "CreateSecurityGroup"),
        },
        {
            sid: "ChangeGroup",
            use: "write",
            reason: "Rules and tags of the component's own group; the rule that lets everything out, which AWS puts into a new group, is taken away.",
            actions: [
                "ec2:AuthorizeSecurityGroupIngress",
                "ec2:RevokeSecurityGroupIngress",
                "ec2:RevokeSecurityGroupEgress",
                "ec2:DeleteSecurityGroup",
                "ec2:CreateTags",
                "ec2:DeleteTags",
            ],
            resources: [GROUPS],
            conditions: ownedBy(component),
        },
    ];
}
