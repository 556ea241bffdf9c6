import type { TestResource } from "../testResource";
import { type Inputs, type Placed, REGION } from "./common";

/** An endpoint of EKS as AWS Cloud Control takes it: a type and a text. */
export function cloudControlEndpoint(
    inputs: Inputs = {},
    { name = "untyped" }: Placed = {},
): TestResource {
    const desiredState = JSON.stringify({
        ServiceName: `com.amazonaws.${REGION}.eks`,
        VpcEndpointType: "Interface",
        VpcId: "vpc-0123",
    });
    return {
        type: "aws:cloudcontrol/resource:Resource",
        name,
        inputs: { typeName: "AWS::EC2::VPCEndpoint", desiredState, ...inputs },
        computed: { id: name },
    };
}

/** The same as aws-native takes it. */
export function extensionEndpoint(
    inputs: Inputs = {},
    { name = "extension" }: Placed = {},
): TestResource {
    return {
        type: "aws-native:index:ExtensionResource",
        name,
        inputs: {
            type: "AWS::EC2::VPCEndpoint",
            properties: { ServiceName: `com.amazonaws.${REGION}.eks` },
            ...inputs,
        },
        computed: {},
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
