/** How a provider writes what the aws provider writes otherwise. What is not named here, both write alike. */
export interface Form {
    /** By the name of the aws provider, the property of the other one. */
    names?: { [name: string]: string };
    /** By the name of the aws provider, the form of what stands there: of an object, or of each item of a list. */
    within?: { [name: string]: Form };
    /** By the name of the aws provider, what a value means there, or each item of a list. */
    values?: { [name: string]: (value: unknown) => unknown };
    /** By the name of the aws provider, another property and the value of it with which alone the name counts. */
    where?: { [name: string]: [property: string, value: string] };
    /** Whether names that are not in `names` have underscores. */
    isSnakeCase?: boolean;
    /** By the name of the aws provider, objects that are written as lists of one. */
    single?: string[];
}

/** A type of another provider, and the type of the aws provider that says the same. */
export interface WrittenType extends Form {
    type: string;
    /**
     * Whether the engine is shown a copy of another tool's plan: what a program omits and AWS fills in stands in the inputs
     * too, and to change a property changes nothing.
     */
    isCopy?: boolean;
}
