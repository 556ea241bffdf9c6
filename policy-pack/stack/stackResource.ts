import type { PolicyResource } from "@pulumi/policy";

import type { WrittenType } from "./form";
import type { Properties } from "./values";
import { findWrittenType, toWrittenPath, translate } from "./writtenForm";

/** A resource as policies read it. */
export interface StackResource {
    urn: string;
    /** The aws provider's type, also for a resource of another one that says the same. */
    type: string;
    name: string;
    /** What the program gives; an input that it omits is absent. As `outputs` where the pack has not seen the inputs. */
    given: Properties;
    /** What the engine knows. An omitted input that AWS computes is unknown in preview. */
    outputs: Properties;
    /** The resource among the others of its stack; absent while a resource is judged by its inputs alone. */
    origin?: PolicyResource;
    /** How the resource is written where that is not as the aws provider has it. */
    form?: WrittenType & { token: string };
}

/** Reads a resource as the engine shows it, and beside that what the program gives for it where that is known. */
export function readResource(
    shown: { urn: string; type: string; name: string; props: Properties },
    inputs?: Properties,
): StackResource {
    const { urn, type: token, name, props } = shown;
    const form = findWrittenType(token);
    if (form === undefined) {
        return { urn, type: token, name, given: inputs ?? props, outputs: props };
    }
    const outputs = translate(props, form);
    const given = inputs === undefined || form.isCopy === true ? outputs : translate(inputs, form);
    return { urn, type: form.type, name, given, outputs, form: { ...form, token } };
}

/** A resource in a sentence: `VpcEndpoint "eks"`, or Terraform's address of it, in which the type stands already. */
export function describeResource({ type, name, form }: StackResource): string {
    if (form?.isCopy === true) {
        return name;
    }
    const token = form?.token ?? type;
    return `${token.slice(token.lastIndexOf(":") + 1)} "${name}"`;
}

/** A path within a resource, in the words of whoever wrote it. */
export function pathInProgram({ form }: StackResource, path: string): string {
    return form === undefined ? path : toWrittenPath(path, form);
}
