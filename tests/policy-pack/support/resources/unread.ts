import type { TestResource } from "../testResource";
import { idOf, type Inputs, type Placed, REGION } from "./common";

/** An endpoint as the aws-native provider writes it. */
export function nativeEndpoint(
    inputs: Inputs = {},
    { name = "native" }: Placed = {},
): TestResource {
    return {
        type: "aws-native:ec2:VpcEndpoint",
        name,
        inputs: {
            serviceName: `com.amazonaws.${REGION}.eks`,
            vpcEndpointType: "Interface",
            vpcId: "vpc-0123",
            ...inputs,
        },
        computed: { id: idOf("vpce", name) },
    };
}

/** A stack of CloudFormation with one resource in its template. */
export function cloudFormationStack(
    resourceType: string,
    inputs: Inputs = {},
    { name = "template" }: Placed = {},
): TestResource {
    const templateBody = JSON.stringify({ Resources: { One: { Type: resourceType } } });
    return {
        type: "aws:cloudformation/stack:Stack",
        name,
        inputs: { templateBody, ...inputs },
        computed: { id: name, templateBody: "" },
    };
}
