import { execFile, execFileSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as path from "node:path";
import { promisify } from "node:util";

import type { Engine } from "../support";
import type { SeenArgument } from "./arguments";
import { generate, generation, SDK } from "./sdks";

const MODULES = path.join(SDK, "..", "node_modules");

/** An argument with its comment in the source of an SDK: a property in TypeScript and C#, a field in Java. */
const NODEJS = / \* (?<doc>.+)\n +\*\/\n +(?<name>\w+\??): (?<type>.+);\n/g;
const JAVA = / \* (?<doc>.+)\n +\* \n +\*\/\n +@Import\(.+\)\n +private (?<type>.+) (?<name>\w+);/g;
// Lists have their attribute elsewhere.
const DOTNET =
    /\/\/\/ <summary>\n +\/\/\/ (?<doc>.+)\n +\/\/\/ <\/summary>\n(?: +\[Input\(.+\)\]\n)? +public (?<type>.+) (?<name>\w+)(?: \{ get; set; \}.*)?\n/g;

/** The arguments of a set in the SDK for programs that use the plugin and not the library, which is compiled first. */
export function seeNodejsArguments(engine: Engine): SeenArgument[] {
    const folder = generate(engine, "nodejs");
    symlinkSync(MODULES, path.join(folder, "node_modules"), "junction");
    const compiler = path.join(MODULES, "typescript", "bin", "tsc");
    execFileSync(process.execPath, [compiler, "--noEmit"], { cwd: folder, stdio: "pipe" });
    return findArguments(folder, "eksEndpointSet.ts", NODEJS);
}

/** Those in the SDK of Java. */
export function seeJavaArguments(engine: Engine): SeenArgument[] {
    const source = "src/main/java/com/pulumi/eksprivatelink/EksEndpointSetArgs.java";
    return findArguments(generate(engine, "java"), source, JAVA);
}

/** Those in the SDK of .NET. Its maker downloads a logo: here from the test itself. */
export async function seeDotnetArguments({ home, cli }: Engine): Promise<SeenArgument[]> {
    const server = createServer((_, response) => response.end("a logo"));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    try {
        const { port } = server.address() as AddressInfo;
        const stored = readFileSync(path.join(SDK, "schema.json"), "utf-8");
        const logoUrl = `http://127.0.0.1:${port}/logo.png`;
        const schema = path.join(home.folder, "with-logo.json");
        writeFileSync(schema, JSON.stringify({ ...(JSON.parse(stored) as object), logoUrl }));
        const command = generation(schema, "dotnet", home.folder);
        await promisify(execFile)(cli.command, command, { env: { ...process.env, ...home.env } });
    } finally {
        server.close();
    }
    return findArguments(path.join(home.folder, "dotnet"), "EksEndpointSet.cs", DOTNET);
}

/** What a pattern finds in a file, from where the arguments of a set begin. */
function findArguments(folder: string, file: string, pattern: RegExp): SeenArgument[] {
    const source = readFileSync(path.join(folder, file), "utf-8");
    const args = source.slice(source.search(/(class|interface) EksEndpointSetArgs/));
    return [...args.matchAll(pattern)].map(
        ({ groups: { name = "", type = "", doc = "" } = {} }) => ({
            name,
            type,
            doc: unescaped(doc),
        }),
    );
}

function unescaped(doc: string): string {
    return doc
        .replaceAll("&#39;", "'")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&");
}
