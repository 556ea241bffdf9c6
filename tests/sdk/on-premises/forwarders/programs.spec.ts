import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import * as path from "node:path";

import { writeForwarders } from "../../../../sdk/on-premises/forwarders";
import { connection } from "../../../support/connection";

const NAMES = Object.keys(connection().hostedZoneIds);
const TEXTS = writeForwarders(NAMES, ["10.0.0.5", "10.0.1.5", "2001:db8::5"]);

const FOLDERS = [
    ...(process.env.PATH ?? "").split(path.delimiter),
    "/usr/local/sbin",
    "/usr/sbin",
    "/sbin",
    path.join(homedir(), "go", "bin"),
];

/** What a program says of a file of settings. */
interface Verdict {
    accepted: boolean;
    said: string;
}

/** Has a program check a file and tells how it ended. */
function check(program: string, args: string[]): Verdict {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
    return { accepted: status === 0, said: stdout + stderr };
}

/** CoreDNS checks its settings only by starting; it has accepted them when it says its version. */
function start(program: string, args: string[]): Promise<Verdict> {
    return new Promise((resolve, reject) => {
        const server = spawn(program, args);
        let said = "";
        const listen = (chunk: Buffer): void => {
            said += chunk.toString();
            if (said.includes("CoreDNS-")) {
                server.kill();
            }
        };
        server.stdout.on("data", listen);
        server.stderr.on("data", listen);
        server.on("error", reject);
        server.on("close", () => {
            resolve({ accepted: said.includes("CoreDNS-"), said });
        });
    });
}

const PROGRAMS: {
    server: string;
    program: string;
    judge: (program: string, file: string) => Verdict | Promise<Verdict>;
    /** Words of the text, and what makes them wrong. */
    spoil: [string | RegExp, string][];
}[] = [
    {
        server: "bind",
        program: "named-checkconf",
        judge: (program, file) => check(program, [file]),
        spoil: [
            ["forward only;", "forward always;"],
            ["10.0.1.5;", "10.0.1.5"],
            [/^zone "[^"]+"/m, 'zone "eks..aws"'],
        ],
    },
    {
        server: "unbound",
        program: "unbound-checkconf",
        judge: (program, file) => check(program, [file]),
        spoil: [
            ["forward-first: no", "forward-first: never"],
            ["forward-addr: 10.0.1.5", "forward-addr: 10.0.1"],
            ["private-domain:", "private-domains:"],
        ],
    },
    {
        server: "dnsmasq",
        program: "dnsmasq",
        judge: (program, file) => check(program, ["--test", `--conf-file=${file}`]),
        spoil: [
            [/^server=/m, "servers="],
            ["/10.0.1.5", "/10.0.1.500"],
        ],
    },
    {
        server: "coreDns",
        program: "coredns",
        // Any free port, because that of DNS needs rights.
        judge: (program, file) => start(program, ["-conf", file, "-dns.port", "0"]),
        spoil: [
            ["forward .", "forwards ."],
            [" 10.0.1.5", " 10.0.1"],
            ["}", "{"],
        ],
    },
];

for (const { server, program, judge, spoil } of PROGRAMS) {
    describe(`${program} on the ${server} text`, function () {
        let folder = "";
        let file = "";
        let found = "";

        before(function () {
            found =
                FOLDERS.map((each) => path.join(each, program)).find((each) => existsSync(each)) ??
                "";
            if (found === "") {
                this.skip();
            }
            folder = mkdtempSync(path.join(tmpdir(), "forwarders-"));
            file = path.join(folder, "settings");
        });

        after(() => {
            if (folder !== "") {
                rmSync(folder, { recursive: true });
            }
        });

        /** What the program says of a text. */
        async function verdictOn(text: string): Promise<Verdict> {
            writeFileSync(file, text);
            return judge(found, file);
        }

        it("accepts it", async () => {
            const { accepted, said } = await verdictOn(TEXTS[server] ?? "");
            assert.ok(accepted, said);
        });

        for (const [words, wrong] of spoil) {
            it(`refuses it with ${JSON.stringify(wrong)} in it`, async () => {
                const text = TEXTS[server] ?? "";
                const spoilt = text.replace(words, wrong);
                assert.notEqual(spoilt, text);
                const { accepted } = await verdictOn(spoilt);
                assert.equal(accepted, false);
            });
        }

        if (server === "bind") {
            it("accepts the line for the options block in its place, and not outside", async () => {
                const text = TEXTS.bind ?? "";
                const [, line = ""] = /^\/\/ (validate-except .*)$/m.exec(text) ?? [];
                const inside = await verdictOn(`options {\n${line}\n};\n${text}`);
                assert.ok(inside.accepted, inside.said);
                assert.equal((await verdictOn(`${line}\n${text}`)).accepted, false);
            });
        }
    });
}
