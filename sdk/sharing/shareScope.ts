import { Resource } from "@pulumi/pulumi";

/** What every child of a share has in common. */
export interface ShareScope {
    /** Name of the share, with which the names of its children begin. */
    name: string;
    parent: Resource;
}
