import type { ComponentResourceOptions, Input, ResourceTransformation } from "@pulumi/pulumi";

import { isLater } from "../checks/shape";

/**
 * Options of a component whose children keep its tags out of sight. The provider repeats them as `tagsAll`, which nobody
 * marks as secret; only tags that come later can be, and whether they are is not known when a child is registered.
 */
export function withSecretTags(
    tags: Input<{ [key: string]: Input<string> }>,
    opts: ComponentResourceOptions = {},
): ComponentResourceOptions {
    const mayBeSecret = isLater(tags) || Object.values(tags).some(isLater);
    return mayBeSecret
        ? { ...opts, transformations: [...(opts.transformations ?? []), hideAllTags] }
        : opts;
}

const hideAllTags: ResourceTransformation = ({ type, props, opts }) => {
    const { additionalSecretOutputs = [] } = opts as { additionalSecretOutputs?: string[] };
    return type.startsWith("aws:") && "tags" in props
        ? {
              props,
              opts: { ...opts, additionalSecretOutputs: [...additionalSecretOutputs, "tagsAll"] },
          }
        : undefined;
};
