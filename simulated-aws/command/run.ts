import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { engineEnvironment, installProvider } from "../install";
import { passedLine } from "../programs/passedLine";
import { UserError } from "../questions/userErrors";
import { findHome, type Home, makeHome, requireWorld, takeHome } from "./home";
import type { Print } from "./print";
import { readStackFiles, withoutSalts } from "./stackFiles";

/** Settings of a run. */
export interface RunSettings {
    account?: string;
    region?: string;
    json: boolean;
}

/** Runs a command, for example `pulumi up`, on the simulated AWS of the project; gives its exit code. */
export async function run(command: string[], settings: RunSettings, print: Print): Promise<number> {
    if (command.length === 0) {
        throw new UserError(
            "there is no command; write it after --, for example: run -- pulumi up",
        );
    }
    if (settings.account !== undefined && !/^\d{12}$/.test(settings.account)) {
        throw new UserError(`"${settings.account}" is not an account; give its twelve digits`);
    }
    const home = findHome();
    makeHome(home);
    requireWorld(home);
    const leave = takeHome(home);
    const stackFiles = readStackFiles(process.cwd());
    try {
        installProvider(home.pulumi);
        const notes = path.join(home.folder, "unmodelled");
        fs.rmSync(notes, { force: true });
        const env = { ...process.env, ...environmentOf(home, settings, notes) };
        const status = await ended(command, withStack(command, home, env));
        tell(status, notes, settings.json, print);
        return status;
    } finally {
        withoutSalts(process.cwd(), stackFiles);
        leave();
    }
}

function environmentOf(home: Home, { account, region }: RunSettings, notes: string) {
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env;
    return {
        ...engineEnvironment(home),
        AWS_REGION: region ?? AWS_REGION ?? AWS_DEFAULT_REGION ?? "eu-west-1",
        ...(account === undefined ? {} : { SIMULATED_AWS_ACCOUNT: account }),
        SIMULATED_AWS_NOTES: notes,
    };
}

/** The backend is new to the CLI: the stack that the command is about is made where it is not there yet. */
function withStack(command: string[], home: Home, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    const [program = "", ...args] = command;
    const isStackless = ["stack", "config", "plugin", "package", "version", "about", "login"];
    const verb = args.find((arg) => !arg.startsWith("-")) ?? "";
    if (path.basename(program).replace(/\.exe$/, "") !== "pulumi" || isStackless.includes(verb)) {
        return env;
    }
    const stack = stackOf(args) ?? env.PULUMI_STACK ?? defaultStack();
    const cwd = folderOf(args);
    const given = ["stack", "select", "--create", stack, "--non-interactive"];
    const made = spawnSync(program, given, { cwd, env, encoding: "utf8" });
    if (made.error !== undefined) {
        throw new UserError(`${program} cannot be started: ${made.error.message}`);
    }
    if (made.status !== 0) {
        throw new UserError(
            `stack ${stack} cannot be made in ${home.backend}: ${made.stderr.trim()}`,
        );
    }
    return env;
}

function stackOf(args: string[]): string | undefined {
    return valueOf(args, ["--stack", "-s"]);
}

function folderOf(args: string[]): string | undefined {
    return valueOf(args, ["--cwd", "-C"]);
}

function valueOf(args: string[], names: string[]): string | undefined {
    const at = args.findIndex((arg) => names.includes(arg));
    const joined = args.find((arg) => names.some((name) => arg.startsWith(`${name}=`)));
    return at >= 0 ? args[at + 1] : joined?.slice(joined.indexOf("=") + 1);
}

/** The one stack whose settings the project has, else `dev`. */
function defaultStack(): string {
    const names = Object.keys(readStackFiles(process.cwd()));
    const [only] = names.length === 1 ? names : [];
    return only?.replace(/^Pulumi\.(.+)\.ya?ml$/, "$1") ?? "dev";
}

function ended([program = "", ...args]: string[], env: NodeJS.ProcessEnv): Promise<number> {
    // Ctrl-C reaches the command by itself; this process waits for what it makes of it.
    const wait = () => undefined;
    process.on("SIGINT", wait);
    const child = spawn(program, args, { env, stdio: "inherit" });
    return new Promise((resolve, reject) => {
        child.once("error", (error) => {
            reject(new UserError(`${program} cannot be started: ${error.message}`));
        });
        child.once("close", (status) => {
            process.off("SIGINT", wait);
            resolve(status ?? 1);
        });
    });
}

function tell(status: number, notes: string, json: boolean, print: Print): void {
    const text = fs.existsSync(notes) ? fs.readFileSync(notes, "utf8") : "";
    const unmodelled = [...new Set(text.split("\n").filter((line) => line !== ""))].sort();
    if (json) {
        print.out(JSON.stringify({ exitCode: status, unmodelled }));
    } else if (unmodelled.length > 0) {
        print.err(passedLine(unmodelled));
    }
}
