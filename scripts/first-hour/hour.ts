import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import type { PulumiCommand } from "@pulumi/pulumi/automation";

import type { EngineHome } from "../../simulated-aws/index";
import { packWorkspace, unpack } from "../../tests/support/packed";
import { hasLanguageHost } from "../engine/languageHost";
import { Failure } from "../failure";
import { bareEnvironment, type Ended, runCommand } from "./command";

/** Workspaces that are published. */
export type Workspace = "sdk" | "policy-pack" | "simulated-aws";

/** Options of a command. */
export interface CommandOptions {
    /** Variables beside those of a bare shell. */
    env?: { [name: string]: string };
    /** Whether the command has to fail. Defaults to false: it has to end well. */
    fails?: boolean;
}

/** What the steps share: a place outside the repository, the tarballs, and an engine on a simulated AWS. */
export class Hour {
    private readonly root = fs.mkdtempSync(path.join(os.tmpdir(), "first-hour-"));
    private readonly tarballs = new Map<Workspace, string>();

    /** @param engine The CLI and its home; without one, no step that needs the engine is run. */
    public constructor(
        public readonly engine: { cli: PulumiCommand; home: EngineHome } | undefined,
    ) {}

    /** Whether the CLI can run programs in a language whose host it does not always bring along. */
    public hasLanguageHost(language: string): boolean {
        return this.engine !== undefined && hasLanguageHost(this.engine.cli, language);
    }

    /** A fresh folder, with these files in it. */
    public folder(files: { [name: string]: string | object } = {}): string {
        const folder = fs.mkdtempSync(path.join(this.root, "project-"));
        this.write(folder, files);
        return folder;
    }

    /** Writes files into a folder. */
    public write(folder: string, files: { [name: string]: string | object }): void {
        for (const [name, content] of Object.entries(files)) {
            const text = typeof content === "string" ? content : JSON.stringify(content, null, 4);
            fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
            fs.writeFileSync(path.join(folder, name), text);
        }
    }

    /** The tarball of a published package. */
    public tarball(workspace: Workspace): string {
        const known = this.tarballs.get(workspace);
        if (known !== undefined) {
            return known;
        }
        const packed = path.join(this.root, packWorkspace(workspace, this.root).filename);
        this.tarballs.set(workspace, packed);
        return packed;
    }

    /** A fresh folder with what is in the tarball of a published package. */
    public unpacked(workspace: Workspace): string {
        const folder = this.folder();
        unpack(this.tarball(workspace), folder);
        return folder;
    }

    /** Runs a command in a folder and gives what it printed; what ends otherwise than it should fails the step. */
    public async run(
        folder: string,
        command: string[],
        options: CommandOptions = {},
    ): Promise<string> {
        const env = { ...bareEnvironment(process.env), ...options.env };
        const ended = await runCommand(folder, command, env);
        return expectEnd(command, ended, options.fails ?? false);
    }

    /** Runs the Pulumi CLI in a folder, on the simulated AWS. */
    public pulumi(folder: string, args: string[], options: CommandOptions = {}): Promise<string> {
        if (this.engine === undefined) {
            throw new Failure("a step without needsEngine asks for the engine");
        }
        const { cli, home } = this.engine;
        const env = { ...home.env, ...options.env };
        return this.run(folder, [cli.command, ...args, "--non-interactive"], { ...options, env });
    }

    /** Installs packages into a folder with npm: them, and what they depend on in production. */
    public install(folder: string, packages: string[]): Promise<string> {
        return this.run(folder, ["npm", "install", "--no-audit", "--no-fund", ...packages]);
    }

    /** Removes everything. */
    public remove(): void {
        fs.rmSync(this.root, { recursive: true, force: true });
        this.engine?.home.remove();
    }
}

function expectEnd(command: string[], { status, text }: Ended, fails: boolean): string {
    if ((status !== 0) !== fails) {
        const asked = fails ? "which should have failed" : "which should have gone well";
        const shown = [path.basename(command[0] ?? ""), ...command.slice(1)].join(" ");
        throw new Failure(`${shown} ended with status ${String(status)}, ${asked}\n${text}`);
    }
    return text;
}
