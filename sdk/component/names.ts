import { Config } from "@pulumi/pulumi";

import { checkGeneratedNames, type NamedChild } from "../domain/generatedNames";
import type { Problem } from "../domain/problem";

/** Problems of the name of a component; none are known where the stack tells Pulumi how to make names. */
export function checkNames(name: string, children: NamedChild[]): Problem[] {
    const hasOwnNaming = new Config("pulumi").get("autonaming") !== undefined;
    return hasOwnNaming ? [] : checkGeneratedNames(name, children);
}
