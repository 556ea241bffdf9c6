import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as path from "node:path";
import { promisify } from "node:util";

import type { Schema } from "../../../scripts/schema/schema";
import type { Engine } from "../support";
import type { SeenArgument } from "./arguments";
import { SDK } from "./sdks";

/** A property of arguments with its summary, with the attribute in between that those which are no lists have there. */
const PROPERTY =
    /\/\/\/ <summary>\n +\/\/\/ (.+)\n +\/\/\/ <\/summary>\n(?: +\[Input\(.+\)\]\n)? +public (.+) (\w+)(?: \{ get; set; \}.*)?\n/g;

/** The arguments of a set, as users of C# see them; for the SDK to be generated there need not be a .NET. */
export async function seeDotnetArguments(engine: Engine): Promise<SeenArgument[]> {
    const source = readFileSync(path.join(await generate(engine), "EksEndpointSet.cs"), "utf-8");
    const args = source.slice(source.indexOf("class EksEndpointSetArgs"));
    return [...args.matchAll(PROPERTY)].map(([, doc = "", type = "", name = ""]) => ({
        name,
        type,
        doc: doc.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    }));
}

/** Writes the SDK, whose maker downloads a logo: here from the test itself. */
async function generate({ home, cli }: Engine): Promise<string> {
    const server = createServer((_, response) => response.end("a logo"));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    try {
        const { port } = server.address() as AddressInfo;
        const schema = JSON.parse(readFileSync(path.join(SDK, "schema.json"), "utf-8")) as Schema;
        const file = path.join(home.folder, "with-logo.json");
        writeFileSync(
            file,
            JSON.stringify({ ...schema, logoUrl: `http://127.0.0.1:${port}/logo.png` }),
        );
        const args = ["package", "gen-sdk", file, "--language", "dotnet", "--out", home.folder];
        await promisify(execFile)(cli.command, args, { env: { ...process.env, ...home.env } });
        return path.join(home.folder, "dotnet");
    } finally {
        server.close();
    }
}
