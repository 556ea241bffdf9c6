import { type Properties, read } from "../../model/values";
import { issueHex } from "../../world/objectsOf";
import type { Scope } from "../../world/types";

/** Letters of names. PolicyName, UserName and InstanceProfileName in the API reference. */
export const LETTERS = /^[\w+=,.@-]+$/;

/** The name that is given, or one that begins with the prefix that is given. */
export function iamName(scope: Scope, inputs: Properties): string {
    const given = read(inputs);
    return given.has("namePrefix")
        ? `${given.text("namePrefix")}${issueHex(scope.world, 8)}`
        : given.text("name");
}
