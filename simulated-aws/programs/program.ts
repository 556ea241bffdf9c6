/** Plain values by name, for example the outputs of a stack. */
export interface Values {
    [name: string]: unknown;
}

/** Config of a stack; a key without a namespace belongs to the stack's project. What is not a text is given as JSON. */
export interface ProgramConfig {
    [key: string]: unknown;
}

/** A Pulumi program: loads a module, whose exports are the outputs, or returns them. */
export type Program = () => unknown;
