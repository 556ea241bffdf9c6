import type { PolicyResource } from "@pulumi/policy";

import { findNativeType, toWrittenPath, translate } from "./nativeForm";
import type { NativeType } from "./nativeTypes";
import type { Properties } from "./values";

/** A resource as policies read it. */
export interface StackResource {
    urn: string;
    /** The aws provider's type, also for a resource of aws-native that says the same. */
    type: string;
    name: string;
    /** What the program gives; an input that it omits is absent. As `outputs` where the pack has not seen the inputs. */
    given: Properties;
    /** What the engine knows. An omitted input that AWS computes is unknown in preview. */
    outputs: Properties;
    /** The resource among the others of its stack; absent while a resource is judged by its inputs alone. */
    origin?: PolicyResource;
    /** How aws-native writes the resource; absent for any other provider. */
    native?: NativeType & { token: string };
}

/** Reads a resource as the engine shows it, and beside that what the program gives for it where that is known. */
export function readResource(
    shown: { urn: string; type: string; name: string; props: Properties },
    inputs?: Properties,
): StackResource {
    const { urn, type: token, name, props } = shown;
    const native = findNativeType(token);
    if (native === undefined) {
        return { urn, type: token, name, given: inputs ?? props, outputs: props };
    }
    const outputs = translate(props, native);
    const given = inputs === undefined ? outputs : translate(inputs, native);
    return { urn, type: native.type, name, given, outputs, native: { ...native, token } };
}

/** A resource in a sentence: `VpcEndpoint "eks"`. */
export function describeResource({ type, name, native }: StackResource): string {
    const token = native?.token ?? type;
    return `${token.slice(token.lastIndexOf(":") + 1)} "${name}"`;
}

/** A path within a resource, in the words of whoever wrote it. */
export function pathInProgram({ native }: StackResource, path: string): string {
    return native === undefined ? path : toWrittenPath(path, native);
}
