import { findServiceByName } from "eks-privatelink/domain";

import { Notes } from "../stack/notes";
import {
    CLOUDFORMATION_STACKS,
    NATIVE_CLUSTER,
    NATIVE_ENDPOINT,
    NATIVE_SECURITY_GROUP,
} from "../stack/resourceTypes";
import type { Stack } from "../stack/stack";
import type { StackResource } from "../stack/stackResource";
import { isGiven, readString } from "../stack/values";
import { findEndpoints } from "./endpoints";

/**
 * The resources of a stack that may be EKS endpoints or decide over them, and that this pack cannot read: aws-native, and
 * templates of CloudFormation. Those that have nothing to do with EKS are left
 * out; what preview does not know yet is noted.
 */
export function findUnread(stack: Stack, notes: Notes): StackResource[] {
    const ofEks = [
        ...stack.ofType(NATIVE_ENDPOINT).filter((each) => notes.attempt(each, () => isOfEks(each))),
        ...stack.ofType(NATIVE_CLUSTER),
    ];
    const hasEks = ofEks.length > 0 || findEndpoints(stack, new Notes()).length > 0;
    return [
        ...ofEks,
        ...(hasEks ? stack.ofType(NATIVE_SECURITY_GROUP) : []),
        ...stack
            .ofType(...CLOUDFORMATION_STACKS)
            .filter((each) => notes.attempt(each, () => mayHoldEndpoints(each))),
    ];
}

function isOfEks({ given }: StackResource): boolean {
    return findServiceByName(readString(given, "serviceName") ?? "") !== undefined;
}

/** A template that is only named may hold anything. */
function mayHoldEndpoints({ given }: StackResource): boolean {
    const template = readString(given, "templateBody");
    return template === undefined
        ? isGiven(given, "templateUrl")
        : template.includes("AWS::EC2::VPCEndpoint") || template.includes("AWS::EKS::Cluster");
}
