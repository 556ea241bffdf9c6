import { createHash } from "node:crypto";

import type { FunctionModel } from "../model/resource";
import { type PropertyTypes, strings } from "../model/schema";
import { compact, type Properties, read, textOf, type Value } from "../model/values";
import { AwsError } from "../world/errors";

const WHO: PropertyTypes = { identifiers: strings, type: "string" };
const STATEMENT: PropertyTypes = {
    actions: strings,
    conditions: { list: { object: { test: "string", values: strings, variable: "string" } } },
    effect: "string",
    notActions: strings,
    notPrincipals: { list: { object: WHO } },
    notResources: strings,
    principals: { list: { object: WHO } },
    resources: strings,
    sid: "string",
};
const ARGS: PropertyTypes = {
    overrideJson: "string",
    overridePolicyDocuments: strings,
    policyId: "string",
    sourceJson: "string",
    sourcePolicyDocuments: strings,
    statements: { list: { object: STATEMENT } },
    version: "string",
};

/** Writes a policy document, as the provider does without asking AWS. */
export const getPolicyDocument: FunctionModel = {
    schema: {
        token: "aws:iam/getPolicyDocument:getPolicyDocument",
        args: ARGS,
        result: { ...ARGS, id: "string", json: "string", minifiedJson: "string" },
        optionalResult: Object.keys(ARGS),
    },
    operations: { service: "IAM", call: "getPolicyDocument" },
    call(_scope, args) {
        const given = read(args);
        const sources = [...given.texts("sourcePolicyDocuments"), given.text("sourceJson")];
        const overrides = [...given.texts("overridePolicyDocuments"), given.text("overrideJson")];
        const document = {
            Version: given.text("version", "2012-10-17"),
            Id: args.policyId,
            Statement: merged([
                ...sources.flatMap(statementsIn),
                ...given.records("statements").map(statementFrom),
                ...overrides.flatMap(statementsIn),
            ]),
        };
        const minifiedJson = JSON.stringify(document);
        return {
            ...args,
            id: String(
                parseInt(createHash("sha256").update(minifiedJson).digest("hex").slice(0, 8), 16),
            ),
            json: JSON.stringify(document, null, 2),
            minifiedJson,
        };
    },
};

/** A statement takes the place of an earlier one of the same Sid. */
function merged(statements: Properties[]): Properties[] {
    const result: Properties[] = [];
    for (const statement of statements) {
        const at = result.findIndex(({ Sid }) => Sid !== undefined && Sid === statement.Sid);
        result.splice(at < 0 ? result.length : at, at < 0 ? 0 : 1, statement);
    }
    return result;
}

function statementsIn(json: string): Properties[] {
    if (json === "") {
        return [];
    }
    try {
        const { Statement } = JSON.parse(json) as { Statement?: Properties | Properties[] };
        return [Statement ?? []].flat();
    } catch (error) {
        throw new AwsError("InvalidJson", `merging source document: ${(error as Error).message}`);
    }
}

function statementFrom(statement: Properties): Properties {
    const given = read(statement);
    const sid = given.text("sid");
    return compact({
        Sid: sid === "" ? undefined : sid,
        Effect: given.text("effect", "Allow"),
        Action: several(given.texts("actions")),
        NotAction: several(given.texts("notActions")),
        Resource: several(given.texts("resources")),
        NotResource: several(given.texts("notResources")),
        Principal: who(given.records("principals")),
        NotPrincipal: who(given.records("notPrincipals")),
        Condition: conditions(given.records("conditions")),
    });
}

/** One value stands by itself, several in the provider's order; `&{` stands for the `${` of IAM's variables. */
function several(values: string[]): Value {
    const written = values
        .map((value) => value.replaceAll("&{", "${"))
        .sort()
        .reverse();
    return written.length === 0 ? undefined : written.length === 1 ? written[0] : written;
}

function who(principals: Properties[]): Value {
    if (principals.length === 0) {
        return undefined;
    }
    const byType: Properties = {};
    for (const { type } of principals) {
        const key = textOf(type);
        const same = principals.filter((each) => each.type === type);
        byType[key] = several(same.flatMap((each) => read(each).texts("identifiers")));
    }
    return byType["*"] === "*" && Object.keys(byType).length === 1 ? "*" : byType;
}

function conditions(given: Properties[]): Value {
    const byTest: { [test: string]: Properties } = {};
    for (const condition of given) {
        const { test, variable } = {
            test: read(condition).text("test"),
            variable: read(condition).text("variable"),
        };
        byTest[test] = { ...byTest[test], [variable]: several(read(condition).texts("values")) };
    }
    return given.length === 0 ? undefined : byTest;
}
