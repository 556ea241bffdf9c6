import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";

import { copyProject } from "../../scripts/engine/copyProject";
import { createWorld, DEFAULT_ACCOUNT } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { idsIn, useEngine } from "./support";

const ROOT = path.join(__dirname, "..", "..");
const GUIDES = path.join(ROOT, "docs", "guides");
const REGION = "eu-central-1";
const SPOKE_ACCOUNT = "222233334444";
const ORGANIZATION = { organizationId: "o-a1b2c3d4e5" };

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** Endpoints that somebody made by hand, as a guide calls them. */
const EXISTING_ENDPOINTS = [
    ["vpce-0aaaaaaaaaaaaaaa1", "eks"],
    ["vpce-0bbbbbbbbbbbbbbb2", "eks-auth"],
    ["vpce-0ccccccccccccccc3", "oidc-eks"],
] as const;

/** Commands of a guide, and the project that they are run in. */
interface Commands {
    project: string;
    script: string;
}

function commandsOf(guide: string): Commands[] {
    const text = readFileSync(path.join(GUIDES, guide), "utf-8");
    const blocks = [...text.matchAll(/(?:^<!-- in (\S+) -->\n+)?^```sh\n(.*?)^```/gms)];
    return blocks.map(([, project = "", script = ""]) => ({ project, script }));
}

/** The state of a Terraform project that has made the endpoints, one of them in a module, and another that is not for EKS. */
function terraformState(ids: ReadonlyMap<string, string>): string {
    const endpoint = (id: string, service: string, place: object) => ({
        mode: "managed",
        type: "aws_vpc_endpoint",
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        ...place,
        instances: [
            {
                ...("module" in place ? { index_key: service } : {}),
                schema_version: 0,
                attributes: { id, service_name: `com.amazonaws.${REGION}.${service}` },
            },
        ],
    });
    const [eks, ...others] = EXISTING_ENDPOINTS.map(
        ([named, service]) => [ids.get(named) ?? "", service] as const,
    );
    const state = {
        version: 4,
        terraform_version: "1.9.0",
        serial: 1,
        lineage: "00000000-0000-0000-0000-000000000000",
        resources: [
            ...(eks === undefined
                ? []
                : [endpoint(...eks, { module: "module.endpoints", name: "this" })]),
            ...others.map(([id, service]) => endpoint(id, service, { name: service })),
            endpoint("vpce-0ddddddddddddddd4", "s3", { name: "s3" }),
        ],
    };
    return JSON.stringify(state);
}

for (const guide of readdirSync(GUIDES)) {
    const commands = commandsOf(guide);
    if (commands.length === 0) {
        continue;
    }
    describe(`the commands of docs/guides/${guide}`, function () {
        this.timeout(300_000);
        const accounts = { [DEFAULT_ACCOUNT]: ORGANIZATION, [SPOKE_ACCOUNT]: ORGANIZATION };
        const engine = useEngine({ world: createWorld({ accounts }) });
        const usesTerraform = commands.some(({ script }) => script.includes("terraform "));
        let existing: string[];
        /** What the guide calls things that are there already, and what they are called here. */
        const names = new Map<string, string>([["acme/", "organization/"]]);

        before(async function () {
            if (usesTerraform && spawnSync("terraform", ["version"]).error !== undefined) {
                this.skip();
            }
            const hub = await existingNetwork(engine(), { region: REGION, hasIpv6: true });
            names.set("vpc-0123456789abcdef0", hub.vpcId);
            names.set("subnet-0aaaaaaaaaaaaaaa0", hub.subnetIds[0] ?? "");
            names.set("subnet-0bbbbbbbbbbbbbbb0", hub.subnetIds[1] ?? "");
            const place = { region: REGION, account: SPOKE_ACCOUNT, prefix: "10.1" };
            names.set("vpc-0aaaaaaaaaaaaaaa1", (await existingNetwork(engine(), place)).vpcId);
            for (const [named, service] of EXISTING_ENDPOINTS) {
                if (commands.some(({ script }) => script.includes("pulumi import"))) {
                    const inputs = {
                        vpcId: hub.vpcId,
                        subnetIds: hub.subnetIds,
                        serviceName: `com.amazonaws.${REGION}.${service}`,
                        vpcEndpointType: "Interface",
                        privateDnsEnabled: true,
                    };
                    const { id } = await engine().make(ENDPOINT, inputs, DEFAULT_ACCOUNT, REGION);
                    names.set(named, id);
                }
            }
            if (usesTerraform) {
                const folder = path.join(engine().home.folder, "network");
                mkdirSync(folder);
                writeFileSync(path.join(folder, "terraform.tfstate"), terraformState(names));
            }
            existing = idsIn(engine().world);
        });

        /** Runs commands in a copy of their project, all of which have to succeed; gives what they print. */
        function run({ project, script }: Commands): string {
            const { cli, home } = engine();
            const copy = path.join(home.folder, path.basename(project));
            if (!existsSync(copy)) {
                copyProject(path.join(ROOT, project), home.folder);
            }
            const named = [...names].reduce(
                (text, [from, to]) => text.replaceAll(from, to),
                script,
            );
            const { status, stdout, stderr } = spawnSync("bash", ["-euc", named], {
                cwd: copy,
                encoding: "utf-8",
                stdio: ["ignore", "pipe", "pipe"],
                env: {
                    ...process.env,
                    ...home.env,
                    PATH: `${path.dirname(cli.command)}${path.delimiter}${process.env.PATH ?? ""}`,
                    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
                    PULUMI_SKIP_CONFIRMATIONS: "true",
                },
            });
            assert.equal(status, 0, `${named}\n${stdout}${stderr}`);
            return stdout;
        }

        it("say which project they are for", () => {
            assert.deepEqual(
                commands.filter(
                    ({ project }) => !existsSync(path.join(ROOT, project, "Pulumi.yaml")),
                ),
                [],
            );
        });

        it("work one after the other, as they stand", () => {
            const printed = commands.map(run).join("");
            assert.match(printed, /Resources:\n {4}\+ \d+ (created|to create)/);
        });

        it("leave everything there that was there before", () => {
            const left = new Set(idsIn(engine().world));
            assert.deepEqual(
                existing.filter((id) => !left.has(id)),
                [],
            );
        });

        if (usesTerraform) {
            it("leave to Terraform what is not for EKS, and nothing else", () => {
                const file = path.join(engine().home.folder, "network", "terraform.tfstate");
                const { resources } = JSON.parse(readFileSync(file, "utf-8")) as {
                    resources: { name: string }[];
                };
                assert.deepEqual(
                    resources.map(({ name }) => name),
                    ["s3"],
                );
            });
        }
    });
}
