import * as fs from "node:fs";
import * as path from "node:path";

import { expectText, type Step } from "../step";

const README = path.join(__dirname, "..", "..", "..", "simulated-aws", "README.md");
const PACKAGE = "eks-privatelink-simulator";

/** The README's first page, as it stands: install, write, see the test fail, put it right. */
export const simulatorInTests: Step = {
    name: "the simulator's README page leads to a test that fails for the right reason, and passes",
    needsEngine: false,
    async run(hour) {
        const { install, program, spec, command } = readPage();
        const project = hour.folder({ "package.json": { private: true }, "index.ts": program });
        const packages = install.split(" ").slice(3);
        await hour.install(
            project,
            packages.map((each) => (each === PACKAGE ? hour.tarball("simulated-aws") : each)),
        );
        fs.writeFileSync(path.join(project, "index.spec.ts"), spec);
        const run = ["npx", "--no-install", "--", ...command.split(" ").slice(1)];
        const refused = await hour.run(project, run, { fails: true });
        expectText(refused, /no rule of sg-\w+ admits 10\.0\.1\.10 on tcp 443/);
        const put = program.replace("10.1.0.0/16", "10.0.0.0/16");
        fs.writeFileSync(path.join(project, "index.ts"), put);
        expectText(await hour.run(project, run), /pass 1\b/);
        const options =
            "--noEmit --strict --skipLibCheck --module esnext --moduleResolution bundler";
        const tsc = ["tsc", ...options.split(" "), "--target", "es2022", "--types", "node"];
        await hour.run(project, ["npx", "--no-install", "--", ...tsc, "index.spec.ts"]);
    },
};

/** A project of its own, brought up by the CLI of the machine through the package alone. */
export const simulatorCommand: Step = {
    name: "the simulator's command runs a project as it is, and answers from the shell",
    needsEngine: true,
    async run(hour) {
        const yaml = `name: shell
runtime: yaml
resources:
    main:
        type: aws:ec2:Vpc
        properties: { cidrBlock: 10.0.0.0/16, enableDnsHostnames: true, tags: { Name: main } }
    other:
        type: aws:sns:Topic
        options: { version: 6.0.0 }
outputs:
    topic: \${other.arn}
`;
        const project = hour.folder({ "package.json": { private: true }, "Pulumi.yaml": yaml });
        await hour.install(project, [
            hour.tarball("simulated-aws"),
            "@pulumi/pulumi",
            "@pulumi/aws",
        ]);
        const before = filesOf(project);
        const simulator = (args: string[], fails = false) =>
            hour.run(project, ["npx", "--no-install", "--", PACKAGE, ...args], { fails });
        const cli = hour.engine?.cli.command ?? "pulumi";
        const up = await simulator(["run", "--", cli, "up", "--yes", "--non-interactive"]);
        expectText(up, /arn:aws:sns:eu-west-1:111122223333:other-/);
        expectText(up, /not modelled, .* aws:sns:Topic$/m);
        const asked = ["resolve", "eks.eu-west-1.amazonaws.com", "--from", "main"];
        expectText(await simulator(asked, true), /public DNS answers/);
        expectText(await simulator(["world", "--json"]), /"kind":"vpcs"/);
        await simulator(["reset"]);
        expectText(filesOf(project), new RegExp(`^${before}$`));
    },
};

function filesOf(folder: string): string {
    return fs.readdirSync(folder).sort().join(" ");
}

function readPage() {
    const readme = fs.readFileSync(README, "utf-8");
    const page = readme.slice(readme.indexOf("<!-- ten-minutes"), readme.indexOf("## Questions"));
    const blocks = (language: string) =>
        [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, "gs"))].map(
            ([, code = ""]) => code,
        );
    const [install = "", command = ""] = blocks("sh");
    const [program = "", spec = ""] = blocks("ts");
    return { install, program, spec, command };
}
