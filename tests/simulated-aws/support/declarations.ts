import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";

import * as ts from "typescript";

/** Properties of a class or interface in the declarations of @pulumi/aws. */
export interface Declared {
    [property: string]: { type: string; optional: boolean };
}

const root = path.dirname(require.resolve("@pulumi/aws/package.json"));

/** Reads the declarations of `aws:ec2/vpc:Vpc` or of a look-up. */
function sourceOf(token: string): ts.SourceFile {
    const [, place = ""] = /^aws:(?:index\/)?(.*):/.exec(token) ?? [];
    const file = path.join(root, `${place}.d.ts`);
    return ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}

function nameOf(token: string): string {
    return token.split(":")[2] ?? "";
}

/** What a resource class declares: its outputs, and the inputs of its args. */
export function declaredResource(token: string): { inputs: Declared; outputs: Declared } {
    const source = sourceOf(token);
    const outputs: Declared = {};
    source.forEachChild((node) => {
        if (!ts.isClassDeclaration(node) || node.name?.text !== nameOf(token)) {
            return;
        }
        for (const member of node.members) {
            const isOutput =
                ts.isPropertyDeclaration(member) &&
                member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
            if (isOutput) {
                outputs[member.name.getText()] = typeIn(member.type);
            }
        }
    });
    return { inputs: declaredInterface(source, `${nameOf(token)}Args`), outputs };
}

/** What a look-up declares: its args and its result. */
export function declaredFunction(token: string): { args: Declared; result: Declared } {
    const source = sourceOf(token);
    const name = `${nameOf(token).charAt(0).toUpperCase()}${nameOf(token).slice(1)}`;
    return {
        args: declaredInterface(source, `${name}Args`),
        result: declaredInterface(source, `${name}Result`),
    };
}

function declaredInterface(source: ts.SourceFile, name: string): Declared {
    const members: Declared = {};
    source.forEachChild((node) => {
        if (!ts.isInterfaceDeclaration(node) || node.name.text !== name) {
            return;
        }
        for (const member of node.members) {
            if (!ts.isPropertySignature(member)) {
                continue;
            }
            const declared = typeIn(member.type);
            members[member.name.getText()] = {
                ...declared,
                optional: member.questionToken !== undefined,
            };
        }
    });
    return members;
}

/** `pulumi.Output<boolean | undefined>` is an optional boolean. */
function typeIn(node: ts.TypeNode | undefined): { type: string; optional: boolean } {
    const text = (node?.getText() ?? "").replace(/\s+/g, " ");
    const inner = text.replace(/^pulumi\.Output<(.*)>$/, "$1");
    return { type: inner.replace(/ \| undefined$/, ""), optional: inner.endsWith(" | undefined") };
}

/** The values of the enum in a declared type, such as `string | enums.route53.RecordType`; none where it has no enum. */
export function enumValues(type: string): string[] {
    const [, module = "", name = ""] = /enums\.(\w+)\.(\w+)/.exec(type) ?? [];
    if (name === "") {
        return [];
    }
    const file = path.join(root, "types", "enums", module, "index.js");
    const enums = createRequire(file)(file) as { [name: string]: { [member: string]: string } };
    return Object.values(enums[name] ?? {});
}
