import { Input, Output } from "@pulumi/pulumi";
import type { ErrorObject, ValidateFunction } from "ajv";
import { CONNECTION_SCHEMA_VERSION, EksEndpointConnection } from "../domain/connection";
import { joinPath, Problem } from "../domain/problem";
import { describeGiven } from "../domain/wording";
import schema from "../connection.schema.json";
import { Checked, demand, derive, refuse, unchecked } from "./checked";
import { findStackReference } from "./later";
import { isMissing } from "./shape";

/**
 * The `connection` output of another stack, typed: `readConnection(hub.getOutput("connection"))`. Fields that this version
 * does not know are left as they are.
 * @throws RunError that names the field and the stack to upgrade, where it is none, of a newer version, or incomplete.
 */
export function readConnection(connection: Input<unknown>): Output<EksEndpointConnection> {
    return demand(checkedConnection(connection));
}

/** A connection in arguments: it has to be there, and is checked when it is known. */
export function connectionShape(value: unknown, path: string): Problem[] {
    const reason =
        "is missing; give the connection output of an EksEndpointShare or EksEndpointSet, and run pulumi up in its " +
        "stack if it has none yet";
    return isMissing(value) ? [{ path, reason }] : [];
}

/** A connection that a component was given, once its version and form are right. */
export function checkedConnection(connection: Input<unknown>): Checked<EksEndpointConnection> {
    return derive(unchecked(connection) as Checked<unknown>, async (given) => {
        const stack = readStack(given) ?? (await findStackReference(connection));
        refuse(await findConnectionProblems(given, "connection", stack));
        return given as EksEndpointConnection;
    });
}

/** What keeps a value from being a connection; `stack` is the one that wrote it, where that is known. */
export async function findConnectionProblems(
    given: unknown,
    path: string,
    stack: string | undefined,
): Promise<Problem[]> {
    const source = stack === undefined ? "the stack it comes from" : `stack ${stack}`;
    if (isMissing(given)) {
        const reason =
            `is missing: ${source} has no such output; export the connection of its EksEndpointSet or ` +
            "EksEndpointShare there, and run pulumi up in it";
        return [{ path, reason }];
    }
    const version = readVersion(given);
    if (version === undefined) {
        const reason =
            `${describeGiven(given)} was given, which is no connection: it has no schemaVersion; give the ` +
            `connection output of an EksEndpointSet or EksEndpointShare, unchanged, from ${source}`;
        return [{ path, reason }];
    }
    if (version > CONNECTION_SCHEMA_VERSION) {
        const reason =
            `is of version ${version}, written by a newer eks-privatelink in ${source}, and this one reads version ` +
            `${CONNECTION_SCHEMA_VERSION}; upgrade eks-privatelink in this stack`;
        return [{ path: joinPath(path, "schemaVersion"), reason }];
    }
    const validate = await validator();
    return validate(given)
        ? []
        : (validate.errors ?? []).map((error) => toProblem(error, given, path, source));
}

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

function readVersion(given: unknown): number | undefined {
    const version = readField(given, "schemaVersion");
    return typeof version === "number" ? version : undefined;
}

function readStack(given: unknown): string | undefined {
    const stack = readField(given, "stack");
    return typeof stack === "string" ? stack : undefined;
}

function readField(given: unknown, field: string): unknown {
    return typeof given === "object" && given !== null
        ? (given as { [key: string]: unknown })[field]
        : undefined;
}
