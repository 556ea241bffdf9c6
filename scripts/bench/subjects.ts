import type { Subject } from "./benchmark";
import type { Prepare, Stages } from "./stage";

/** `pulumi preview` of a program of `programs/`, under a policy pack if one is given. */
export function preview(
    stages: Stages,
    label: string,
    program: string,
    config?: { [key: string]: string },
    pack?: string,
): Subject {
    return { label, measure: async () => (await stages.of(program, config)).preview(pack) };
}

/** `pulumi up` of a program into an empty stack. */
export function up(stages: Stages, label: string, program: string): Subject {
    return { label, measure: async () => (await stages.of(program)).up() };
}

/** `pulumi preview` of a program that needs something beside its folder. */
export function previewPrepared(
    stages: Stages,
    label: string,
    program: string,
    prepare: Prepare,
): Subject {
    return {
        label,
        measure: async () => (await stages.of(program, undefined, prepare)).preview(),
    };
}
