import * as fs from "node:fs";
import * as path from "node:path";

import { expectText, type Step } from "../step";

const README = path.join(__dirname, "..", "..", "..", "simulated-aws", "README.md");
const SIMULATOR = "eks-privatelink-simulator";

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
            packages.map((each) => (each === SIMULATOR ? hour.tarball("simulated-aws") : each)),
        );
        hour.write(project, { "index.spec.ts": spec });
        const run = ["npx", "--no-install", "--", ...command.split(" ").slice(1)];
        const refused = await hour.run(project, run, { fails: true });
        expectText(refused, /no rule of sg-\w+ admits 10\.0\.1\.10 on tcp 443/);
        hour.write(project, { "index.ts": program.replace("10.1.0.0/16", "10.0.0.0/16") });
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
    subnet:
        type: aws:ec2:Subnet
        properties: { vpcId: "\${main.id}", cidrBlock: 10.0.0.0/24, availabilityZone: eu-west-1a }
    clients:
        type: aws:ec2:SecurityGroup
        properties: { vpcId: "\${main.id}" }
    eks:
        type: aws:ec2:VpcEndpoint
        properties:
            vpcId: \${main.id}
            serviceName: com.amazonaws.eu-west-1.eks
            vpcEndpointType: Interface
            subnetIds: ["\${subnet.id}"]
            securityGroupIds: ["\${clients.id}"]
            privateDnsEnabled: true
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
            hour.run(project, ["npx", "--no-install", "--", SIMULATOR, ...args], { fails });
        const cli = hour.engine?.cli.command ?? "pulumi";
        const up = await simulator(["run", "--", cli, "up", "--yes", "--non-interactive"]);
        expectText(up, /arn:aws:sns:eu-west-1:111122223333:other-/);
        expectText(up, /not modelled, .* aws:sns:Topic$/m);
        const asked = ["resolve", "eks-auth.eu-west-1.api.aws", "--from", "main"];
        expectText(await simulator(asked, true), /public DNS answers/);
        expectText(await simulator(["world", "--json"]), /"kind":"vpcs"/);
        hour.write(project, { "test_node.py": `import json, subprocess\n\n${pythonTest()}` });
        const pytest = ["python3", "-m", "pytest", "-q", "-p", "no:cacheprovider"];
        const refused = await hour.run(project, pytest, { fails: true, env: NO_BYTECODE });
        expectText(refused, /AssertionError: .*no rule of sg-\w+ admits 10\.0\./);
        const admit = "{ protocol: tcp, fromPort: 443, toPort: 443, cidrBlocks: [10.0.0.0/16] }";
        const group = 'properties: { vpcId: "${main.id}" }';
        hour.write(project, {
            "Pulumi.yaml": yaml.replace(group, group.replace(" }", `, ingress: [${admit}] }`)),
        });
        await simulator(["run", "--", cli, "up", "--yes", "--non-interactive"]);
        expectText(await hour.run(project, pytest, { env: NO_BYTECODE }), /1 passed/);
        await simulator(["reset"]);
        fs.rmSync(path.join(project, "test_node.py"));
        expectText(filesOf(project), new RegExp(`^${before}$`));
    },
};

/** Python otherwise leaves a folder of its own beside the test. */
const NO_BYTECODE = { PYTHONDONTWRITEBYTECODE: "1" };

/** The README's test in Python. */
function pythonTest(): string {
    return /```python\n(.*?)\n```/s.exec(fs.readFileSync(README, "utf-8"))?.[1] ?? "";
}

function filesOf(folder: string): string {
    return fs.readdirSync(folder).sort().join(" ");
}

/** What the README's first page has a reader install, write and run. */
export function readPage() {
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
