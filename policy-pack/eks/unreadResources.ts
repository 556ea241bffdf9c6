import { findServiceByName } from "eks-privatelink/domain";

import { Notes } from "../stack/notes";
import {
    CLOUD_CONTROL,
    CLOUDFORMATION_STACKS,
    NATIVE_EXTENSION,
    UNREAD_BESIDE_ENDPOINTS,
} from "../stack/resourceTypes";
import type { Stack } from "../stack/stack";
import type { StackResource } from "../stack/stackResource";
import { isGiven, readDocument, readString } from "../stack/values";
import { findEndpoints } from "./endpoints";

const ENDPOINT = "AWS::EC2::VPCEndpoint";
const CLUSTER = "AWS::EKS::Cluster";

/** What decides over endpoints, by CloudFormation's names. */
const BESIDE_ENDPOINTS = /^AWS::(EC2::(SecurityGroup|FlowLog)|Route53)/;

/**
 * The resources of a stack that may be EKS endpoints or decide over them, and that this pack cannot read: templates of
 * CloudFormation, resources of any type, and some of aws-native. Those that have nothing to do with EKS are left out; what
 * preview does not know yet is noted.
 */
export function findUnread(stack: Stack, notes: Notes): StackResource[] {
    const templates = stack
        .ofType(...CLOUDFORMATION_STACKS)
        .filter((each) => notes.attempt(each, () => mayHoldEndpoints(each)));
    const untyped = stack.ofType(CLOUD_CONTROL, NATIVE_EXTENSION);
    const ofEks = untyped.filter((each) => notes.attempt(each, () => isOfEks(each)));
    const hasEks = templates.length + ofEks.length + findEndpoints(stack, new Notes()).length > 0;
    const beside = untyped.filter((each) =>
        notes.attempt(each, () => BESIDE_ENDPOINTS.test(readTypeName(each))),
    );
    return [
        ...templates,
        ...ofEks,
        ...(hasEks ? [...beside, ...stack.ofType(...UNREAD_BESIDE_ENDPOINTS)] : []),
    ];
}

/** A template that is only named may hold anything. */
function mayHoldEndpoints({ given }: StackResource): boolean {
    const template = readDocument(given, "templateBody");
    return template === undefined
        ? isGiven(given, "templateUrl")
        : template.includes(ENDPOINT) || template.includes(CLUSTER);
}

function isOfEks(resource: StackResource): boolean {
    switch (readTypeName(resource)) {
        case CLUSTER:
            return true;
        case ENDPOINT: {
            const { given } = resource;
            const state =
                readDocument(given, "desiredState") ?? readDocument(given, "properties") ?? "";
            const [, service = ""] = /"ServiceName"\s*:\s*"([^"]*)"/.exec(state) ?? [];
            return findServiceByName(service) !== undefined;
        }
        default:
            return false;
    }
}

/** The type of a resource that names it itself. */
function readTypeName({ given }: StackResource): string {
    return readString(given, "typeName") ?? readString(given, "type") ?? "";
}
