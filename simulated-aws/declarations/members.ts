/** A property as a declaration file has it. */
export interface Member {
    name: string;
    /** Its type without `pulumi.Input`, `pulumi.Output` and `undefined`. */
    type: string;
    optional: boolean;
    /** The comment above it. */
    comment: string;
}

/**
 * Members of a class or an interface. The files are generated, one member after the other in one indentation, so that
 * lines can be read without a parser; only what is `readonly` counts in a class.
 */
export function membersOf(text: string, head: string, indent = ""): Member[] | undefined {
    const start = text.indexOf(`\n${indent}${head}`);
    if (start < 0) {
        return undefined;
    }
    const bodyStart = text.indexOf("{\n", start) + 2;
    const body = text.slice(bodyStart, text.indexOf(`\n${indent}}`, bodyStart));
    return readMembers(body.split("\n"), `${indent}    `, head.includes("class "));
}

function readMembers(lines: string[], indent: string, isClass: boolean): Member[] {
    const first = new RegExp(
        `^${indent}${isClass ? "readonly " : "(?:readonly )?"}(\\w+)(\\?)?: (.*)$`,
    );
    const members: Member[] = [];
    let comment = "";
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at] ?? "";
        if (/^\s*\/?\*/.test(line)) {
            comment = /^\s*\/\*\*/.test(line) ? line : `${comment} ${line.trim()}`;
            continue;
        }
        const [, name, question, start] = first.exec(line) ?? [];
        if (name === undefined || start === undefined) {
            continue;
        }
        let type = start;
        while (!type.endsWith(";") || (type !== start && lines[at]?.startsWith(`${indent} `))) {
            at++;
            type += ` ${(lines[at] ?? ";").trim()}`;
        }
        members.push({ name, ...plainType(type.slice(0, -1), question === "?"), comment });
        comment = "";
    }
    return members;
}

function plainType(text: string, isOptional: boolean): { type: string; optional: boolean } {
    const inner = text.replace(/^pulumi\.Output<(.*)>$/, "$1");
    const type = unwrapped(inner);
    return { type, optional: isOptional || inner.endsWith(" | undefined") };
}

function unwrapped(text: string): string {
    const plain = text.trim().replace(/ \| undefined$/, "");
    const input = /^pulumi\.Input<(.*)>$/.exec(plain);
    return input?.[1] === undefined ? plain : unwrapped(input[1]);
}
