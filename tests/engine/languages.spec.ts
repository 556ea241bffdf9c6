import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { resolve } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { Engine, useEngine } from "./support";
import { Run } from "./testStack";

const ROOT = path.join(__dirname, "..", "..");
const SDK = path.join(ROOT, "sdk");

/** Pulumi's Python package, of the version of the CLI. */
const PYTHON_PACKAGE = "pulumi==3.259.0";

const HOST_NAME = "eks-auth.eu-west-1.api.aws";
const HUB = "organization/languages-hub/engine-tests";
const ACCOUNTS = { Python: "222233334444", YAML: "333344445555", TypeScript: "444455556666" };
type Language = keyof typeof ACCOUNTS;

/** Values of the test for a program, as JSON text in quotes that all three languages read. */
function literal(value: unknown): string {
    return JSON.stringify(JSON.stringify(value));
}

const RUNTIMES: { [L in Language]: unknown } = {
    Python: { name: "python", options: { virtualenv: "../venv" } },
    YAML: "yaml",
    TypeScript: "nodejs",
};

const SPOKES: { [L in Language]: (vpcId: string) => { [file: string]: string } } = {
    Python: (vpcId) => ({
        "__main__.py": `
import pulumi
from pulumi_eks_privatelink import EksEndpointConsumer

hub = pulumi.StackReference("${HUB}")
consumer = EksEndpointConsumer("eks", connection=hub.get_output("connection"), vpc_id="${vpcId}")
pulumi.export("hostNames", consumer.host_names)
`,
    }),
    YAML: (vpcId) => ({
        "Main.yaml": JSON.stringify({
            resources: {
                hub: { type: "pulumi:pulumi:StackReference", properties: { name: HUB } },
                eks: {
                    type: "eks-privatelink:EksEndpointConsumer",
                    properties: { connection: '${hub.outputs["connection"]}', vpcId },
                },
            },
            outputs: { hostNames: "${eks.hostNames}" },
        }),
    }),
    TypeScript: (vpcId) => ({
        "index.ts": `
import { StackReference } from "@pulumi/pulumi";
import { EksEndpointConsumer, readConnection } from "eks-privatelink";

const connection = readConnection(new StackReference("${HUB}").getOutput("connection"));
const consumer = new EksEndpointConsumer("eks", { connection, vpcId: "${vpcId}" });
export const { hostNames } = consumer;
export const region = connection.region;
`,
    }),
};

function pythonHub(values: unknown): string {
    return `
import json
import pulumi
from pulumi_eks_privatelink import EksEndpointSet, EksEndpointShare

values = json.loads(${literal(values)})
endpoints = EksEndpointSet(
    "eks",
    vpc_id=values["vpcId"],
    subnet_ids=values["subnetIds"],
    private_dns_enabled=False,
    ingress={"cidr_blocks": ["10.0.0.0/8"]},
    endpoint_policy={"account_ids": [each["account_id"] for each in values["consumers"].values()]},
)
share = EksEndpointShare("share", connection=endpoints.connection, consumers=values["consumers"])
pulumi.export("connection", share.connection)
`;
}

/** Writes a project that may use the package from any language, and the values of its stack. */
function writeProject(
    engine: Engine,
    name: string,
    language: Language,
    files: { [file: string]: string },
    account?: string,
): string {
    const folder = path.join(engine.home.folder, name);
    mkdirSync(folder);
    const { "Main.yaml": main = "{}", ...others } = files;
    const program = JSON.parse(main) as object;
    const plugins = { providers: [{ name: "eks-privatelink", path: SDK }] };
    const packages = language === "YAML" ? { packages: { "eks-privatelink": SDK } } : { plugins };
    const header = { name: `languages-${name}`, runtime: RUNTIMES[language], ...packages };
    const assumeRoles = [{ roleArn: `arn:aws:iam::${account}:role/deployer` }];
    const config = {
        "aws:region": "eu-west-1",
        ...(account === undefined ? {} : { "aws:assumeRoles": assumeRoles }),
    };
    const all: { [file: string]: string } = {
        "Pulumi.yaml": JSON.stringify({ ...header, ...program }),
        "Pulumi.engine-tests.yaml": JSON.stringify({ config }),
        ...others,
    };
    for (const [file, text] of Object.entries(all)) {
        writeFileSync(path.join(folder, file), text);
    }
    if (language === "TypeScript") {
        symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"), "junction");
    }
    return folder;
}

/** Makes an environment of Python with the package in its Python form; false where Python or its index is not to be had. */
function preparePython({ home, cli }: Engine): boolean {
    const schema = path.join(SDK, "schema.json");
    const out = path.join(home.folder, "generated");
    const generate = ["package", "gen-sdk", schema, "--language", "python", "--out", out];
    execFileSync(cli.command, generate, { env: { ...process.env, ...home.env }, stdio: "ignore" });
    const venv = path.join(home.folder, "venv");
    const install = ["install", "--quiet", PYTHON_PACKAGE, path.join(out, "python")];
    try {
        execFileSync("python3", ["-m", "venv", venv], { stdio: "ignore" });
        execFileSync(path.join(venv, "bin", "pip"), install, { stdio: "ignore" });
        return true;
    } catch {
        return false;
    }
}

describe("a hub in Python", function () {
    this.timeout(300_000);
    const engine = useEngine();
    const vpcIds = new Map<Language, string>();
    let hubUp: Run;

    before(async function () {
        if (!preparePython(engine())) {
            this.skip();
        }
        const consumers: { [name: string]: { vpc_id: string; account_id: string } } = {};
        for (const [i, [language, account]] of Object.entries(ACCOUNTS).entries()) {
            const { vpcId } = await existingNetwork(engine(), { account, prefix: `10.${30 + i}` });
            vpcIds.set(language as Language, vpcId);
            consumers[language.toLowerCase()] = { vpc_id: vpcId, account_id: account };
        }
        const network = await existingNetwork(engine());
        const program = pythonHub({ ...network, consumers });
        const folder = writeProject(engine(), "hub", "Python", { "__main__.py": program });
        hubUp = await (await engine().open(folder)).up();
    });

    it("exports the connection in the spelling of the contract", () => {
        assert.deepEqual(hubUp.errors, []);
        const { connection } = hubUp.outputs as { connection: { [field: string]: unknown } };
        assert.equal(connection.schemaVersion, 1);
        assert.equal(connection.stack, HUB);
        assert.deepEqual(connection.consumers, {
            python: {
                vpcId: vpcIds.get("Python"),
                accountId: ACCOUNTS.Python,
                region: "eu-west-1",
            },
            yaml: { vpcId: vpcIds.get("YAML"), accountId: ACCOUNTS.YAML, region: "eu-west-1" },
            typescript: {
                vpcId: vpcIds.get("TypeScript"),
                accountId: ACCOUNTS.TypeScript,
                region: "eu-west-1",
            },
        });
    });

    for (const [language, account] of Object.entries(ACCOUNTS) as [Language, string][]) {
        it(`is read by a spoke in ${language}, from whose VPC its names resolve`, async () => {
            const vpcId = vpcIds.get(language) ?? "";
            const files = SPOKES[language](vpcId);
            const name = language.toLowerCase();
            const folder = writeProject(engine(), name, language, files, account);
            const { errors, outputs } = await (await engine().open(folder)).up();
            assert.deepEqual(errors, []);
            const { hostNames } = outputs as { hostNames: { [service: string]: string[] } };
            assert.deepEqual(hostNames["eks-auth"], [HOST_NAME]);
            assert.equal(resolve(engine().world, { vpcId }, HOST_NAME).status, "private");
        });
    }
});
