import type { StackResource } from "./stackResource";
import { isGiven, peekString } from "./values";

/** The region of a resource, as far as it or its provider tells; undefined where preview or only the environment knows. */
export function findRegion({ given, outputs, origin }: StackResource): string | undefined {
    if (isGiven(given, "region")) {
        return peekString(given, "region");
    }
    const inArn = /^arn:[^:]+:[^:]+:([^:]+):/.exec(peekString(outputs, "arn") ?? "")?.[1];
    return inArn ?? peekString(origin?.provider?.props, "region");
}
