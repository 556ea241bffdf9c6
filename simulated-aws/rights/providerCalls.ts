/** A file of https://github.com/hashicorp/terraform-provider-aws, of which the Pulumi provider is made, as it was read. */
export interface Source {
    file: string;
    /** Absent for a later version of the file, of which the commit is not known. */
    commit?: string;
}

/** What makes the provider call; compared with the inputs, and in an update with what was there before. */
export type When =
    /** Where the property is given. */
    | { given: string }
    /** Where an update changes the property. */
    | { changed: string }
    /** Where an update changes the property to another value. */
    | { sets: string }
    /** Where an update takes the property away. */
    | { unsets: string }
    /** Where an update adds an item to a list; a changed item counts as a new one. */
    | { grows: string }
    /** Where an update takes an item out of a list; a changed item counts as one that is gone. */
    | { shrinks: string }
    /** Where an update adds tags or changes their values. */
    | "tagsAdded"
    /** Where an update takes tags away. */
    | "tagsRemoved";

/** A call that is not always made, or not always missed. */
export interface SpecialCall {
    call: string;
    /** Defaults to always. */
    when?: When;
    /** Whether the provider goes on where AWS refuses the call. Defaults to false. */
    isDispensable?: boolean;
}

/** A call by the prefix of its service in IAM and its name in the API, for example `ec2:CreateVpcEndpoint`. */
export type Call = string | SpecialCall;

/** The calls of the provider for a resource type, waits included, each named once a step. */
export interface ResourceCalls {
    token: string;
    sources: Source[];
    /** The calls of `read` follow a create and an update. */
    create: Call[];
    read: Call[];
    update: Call[];
    delete: Call[];
}

/** The calls of the provider for a look-up. */
export interface FunctionCalls {
    token: string;
    sources: Source[];
    call: Call[];
}
