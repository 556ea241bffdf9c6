import type { Input } from "@pulumi/pulumi";

import { demand, derive } from "../checks/checked";
import { arrived } from "../checks/missingAnswers";
import { isLater, tags as tagsShape } from "../checks/shape";
import { ownStackName } from "../lookups/ownStack";

type Tags = Input<{ [key: string]: Input<string> }>;

/** Key of the tag by which everything that a component created can be found, also what its stack has lost. */
export const OWN_TAG = "eks-privatelink";

/** Longest value of a tag, and what it may consist of. Source: https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html, read 2026-11-26. */
const LONGEST = 256;
const OTHER_LETTERS = /[^\p{L}\p{N}\p{Z}_.:/=+\-@]/gu;

/** Value of that tag: the stack, the component and its name, for example `acme/network/production/EksEndpointSet/eks`. */
export function ownTagValue(component: string, name: string): string {
    const whole = [ownStackName(), component, name].join("/");
    return whole.replace(OTHER_LETTERS, "_").slice(0, LONGEST);
}

/** The tags of a component's children: its own one, and the user's, which win. */
export function withOwnTag(owner: string, tags: Tags): Tags {
    const own = { [OWN_TAG]: owner };
    // Key by key where that can be, so that a preview shows the others while one is unknown.
    if (!isLater(tags)) {
        return { ...own, ...(tags as { [key: string]: Input<string> }) };
    }
    const arrivedTags = arrived<{ [key: string]: string }>(tags, {
        path: "tags",
        shape: tagsShape,
        mocked: {},
    });
    return demand(derive(arrivedTags, (given) => ({ ...own, ...given })));
}
