import type { ErrorObject, ValidateFunction } from "ajv";

import { isMissing, required, shape } from "../checks/shape";
import { joinPath, type Problem, problem } from "../domain/problem";
import { describeGiven } from "../domain/wording";
import { CONNECTION_SCHEMA_VERSION } from "./connection";
import schema from "./connection.schema.json";
import { nameStack } from "./origin";

/** A connection in arguments: it has to be there, and is checked when it is known. */
export const connectionShape = required(
    shape("a connection", () => []),
    "the connection output of an EksEndpointShare or EksEndpointSet, and run pulumi up in its stack if it has none yet",
);

/**
 * What keeps a value from being a connection; `stack` is the one that wrote it, where that is known. With `isMocked` it is
 * not asked how IDs, ARNs and names are spelt, which mocks of a unit test make up.
 */
export async function checkConnection(
    given: unknown,
    path: string,
    stack: string | undefined,
    isMocked = false,
): Promise<Problem[]> {
    const source = nameStack(stack, "the stack it comes from");
    if (isMissing(given)) {
        const reason =
            `is missing: ${source} has no such output; export the connection of its EksEndpointSet or ` +
            "EksEndpointShare there, and run pulumi up in it";
        return problem(path, reason);
    }
    const version = readVersion(given);
    if (version === undefined) {
        const reason =
            `${describeGiven(given)} was given, which is no connection: it has no schemaVersion; give the ` +
            `connection output of an EksEndpointSet or EksEndpointShare, unchanged, from ${source}`;
        return problem(path, reason);
    }
    if (version > CONNECTION_SCHEMA_VERSION) {
        const reason =
            `is of version ${version}, written by a newer eks-privatelink in ${source}, and this one reads version ` +
            `${CONNECTION_SCHEMA_VERSION}; upgrade eks-privatelink in this stack`;
        return problem(joinPath(path, "schemaVersion"), reason);
    }
    const validate = await validator();
    validate(given);
    return (validate.errors ?? [])
        .filter(({ keyword }) => !isMocked || !SPELLING.includes(keyword))
        .map((error) => toProblem(error, given, path, source));
}

/** Rules on how AWS spells IDs, ARNs and names. */
const SPELLING = ["pattern", "minLength"];

let compiled: Promise<ValidateFunction> | undefined;

/** Loaded when the first connection is read: programs without one should not wait for it. */
function validator(): Promise<ValidateFunction> {
    compiled ??= import("ajv").then(({ Ajv }) => new Ajv({ allErrors: true }).compile(schema));
    return compiled;
}

function toProblem(error: ErrorObject, given: unknown, prefix: string, source: string): Problem {
    const keys = error.instancePath.split("/").slice(1).map(unescapePointer);
    const path = keys.reduce(
        (outer, key) => joinPath(outer, /^\d+$/.test(key) ? `[${key}]` : key),
        prefix,
    );
    const remedy = `upgrade eks-privatelink in ${source}, run pulumi up there, and pass its output on unchanged`;
    if (error.keyword === "required") {
        const { missingProperty } = error.params as { missingProperty: string };
        return { path: joinPath(path, missingProperty), reason: `is missing; ${remedy}` };
    }
    const value = keys.reduce<unknown>(
        (outer, key) => (outer as { [key: string]: unknown })[key],
        given,
    );
    return {
        path,
        reason: `${describeGiven(value)} was given, which ${expected(error)}; ${remedy}`,
    };
}

/** What a JSON Schema rule asks for, as the end of a sentence. */
function expected({ keyword, params, message }: ErrorObject): string {
    switch (keyword) {
        case "enum":
            return `is none of ${(params as { allowedValues: string[] }).allowedValues.join(", ")}`;
        case "pattern":
            return `does not have the form ${(params as { pattern: string }).pattern}`;
        default:
            return message ?? "is not allowed";
    }
}

function unescapePointer(part: string): string {
    return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The version of a connection; undefined for what is none. */
export function readVersion(given: unknown): number | undefined {
    const { schemaVersion } = (given ?? {}) as { schemaVersion?: unknown };
    return typeof schemaVersion === "number" ? schemaVersion : undefined;
}
