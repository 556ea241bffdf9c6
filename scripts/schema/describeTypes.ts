import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import ts from "typescript";

import type { Schema } from "./schema";

/** Types with what the comment above each says, which the host of the SDK leaves out. */
export function describeTypes(types: Schema["types"], folder: string): Schema["types"] {
    const names = Object.keys(types).map(nameIn);
    const comments = commentsIn(folder, new RegExp(`^export \\w+ (${names.join("|")})\\b`, "m"));
    return Object.fromEntries(
        Object.entries(types).map(([type, { ...others }]) => {
            const description = comments.get(nameIn(type));
            if (description === undefined) {
                throw new Error(`no comment stands above ${type} in ${folder}`);
            }
            return [type, { description, ...others }];
        }),
    );
}

function nameIn(type: string): string {
    return type.slice(type.lastIndexOf(":") + 1);
}

/** Comments of interfaces and constants by their names, in the files that declare what is wanted. */
function commentsIn(folder: string, wanted: RegExp): Map<string, string> {
    const files = readdirSync(folder, { recursive: true, encoding: "utf-8" }).filter(
        (file) => file.endsWith(".ts") && !/^(bin|node_modules)\b/.test(file),
    );
    const comments = new Map<string, string>();
    for (const file of files) {
        const text = readFileSync(join(folder, file), "utf-8");
        if (!wanted.test(text)) {
            continue;
        }
        const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
        for (const statement of statements) {
            const name = nameOf(statement);
            const [comment] = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
            const words = ts.getTextOfJSDocComment(comment?.comment);
            if (name !== undefined && words !== undefined) {
                comments.set(name, words.replaceAll("\n", " "));
            }
        }
    }
    return comments;
}

function nameOf(statement: ts.Statement): string | undefined {
    if (ts.isInterfaceDeclaration(statement)) {
        return statement.name.text;
    }
    const [declared] = ts.isVariableStatement(statement)
        ? statement.declarationList.declarations
        : [];
    return declared !== undefined && ts.isIdentifier(declared.name)
        ? declared.name.text
        : undefined;
}
