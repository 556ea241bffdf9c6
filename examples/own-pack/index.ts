import { PolicyPack, type ResourceValidationPolicy } from "@pulumi/policy";
import { policies } from "eks-privatelink-policies/policies";

const ownerNamed: ResourceValidationPolicy = {
    name: "endpoint-owner-named",
    description: "VPC endpoints have a tag that names their owner.",
    enforcementLevel: "mandatory",
    validateResource({ type, props }, reportViolation) {
        if (type === "aws:ec2/vpcEndpoint:VpcEndpoint" && !hasOwner(props.tags)) {
            reportViolation("tags: has no owner; add the name of the team");
        }
    },
};

function hasOwner(tags: unknown): boolean {
    return typeof tags === "object" && tags !== null && "owner" in tags;
}

// The policies of the area `pack`, at the end of the list, report on those before them.
new PolicyPack("platform", { policies: [ownerNamed, ...policies] });
