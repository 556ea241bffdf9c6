import * as path from "node:path";
import type { World } from "../../tests/simulated-aws";
import { loadWorld } from "../../tests/simulated-aws";
import { Failure } from "./failure";
import { ROOT } from "./options";
import type { SetOutputs } from "./outputs";
import type { Outcome, Project, Runner } from "./runner";
import { connectionsTable } from "./tables/connections";
import { endpointsTable } from "./tables/endpoints";
import { findingsList, verdictLine } from "./tables/findings";
import { flowLogsTable } from "./tables/flowLogs";
import { hostNamesTable } from "./tables/hostNames";
import { policiesTable } from "./tables/policies";
import { secondsSince, styled } from "./text";
import { additions, REGION } from "./world";

/** What the demo runs on. */
export interface Stage {
    runner: Runner;
    /** File of the simulated AWS. */
    worldPath: string;
    network: { vpcId: string; subnetIds: string[]; cidrBlock: string };
    /** Folder of the program that the pack has to stop. */
    unsafe: string;
}

/** Deploys, shows, has an unsafe program stopped, and deletes. Throws a Failure where anything is not as it should be. */
export async function runDemo({ runner, worldPath, network, unsafe }: Stage): Promise<void> {
    const before = loadWorld(worldPath);
    const config = {
        "aws:region": REGION,
        vpcId: network.vpcId,
        subnetIds: JSON.stringify(network.subnetIds),
    };
    const minimal = { folder: path.join(ROOT, "examples", "minimal"), stack: "demo", config };

    heading("Deploy examples/minimal under the policy pack");
    say(
        `Into ${network.vpcId} (${network.cidrBlock}), ${network.subnetIds.length} private subnets, ${REGION}`,
    );
    const deployed = await deploy(runner, minimal);
    show(loadWorld(worldPath), deployed.outputs as unknown as SetOutputs);
    heading("What the policy pack says");
    say(verdictLine(deployed));
    list(deployed);

    heading(`Preview ${shortened(unsafe)} under the policy pack`);
    await stop(runner, { folder: unsafe, stack: "demo", config });

    heading("Delete everything");
    const start = Date.now();
    await runner.destroy(minimal, say);
    const left = additions(before, loadWorld(worldPath));
    if (left.length > 0) {
        throw new Failure(`destroy left behind: ${left.join(", ")}`);
    }
    say(styled("green", `Done in ${secondsSince(start)}; nothing is left but the network`));
}

async function deploy(runner: Runner, project: Project): Promise<Outcome> {
    const start = Date.now();
    const outcome = await runner.up(project, say);
    if (outcome.stopped) {
        list(outcome);
        throw new Failure(
            `the policy pack stopped ${shortened(project.folder)}, which it should not`,
        );
    }
    say(styled("green", `${outcome.resources} resources created in ${secondsSince(start)}`));
    return outcome;
}

function show(world: World, outputs: SetOutputs): void {
    heading("Endpoints per zone");
    print(endpointsTable(world, outputs));
    heading("What the host names resolve to inside the VPC");
    print(hostNamesTable(world, outputs));
    say("The Kubernetes API is not among them: it has the cluster's own private endpoint");
    heading("Who may call what through the endpoints");
    print(policiesTable(world, outputs));
    heading("Who can connect to them");
    print(connectionsTable(world, outputs));
    heading("What is recorded");
    print(flowLogsTable(world, outputs));
    heading("What it costs");
    const { monthlyCostUsd } = outputs;
    const cost =
        monthlyCostUsd === undefined
            ? "no price is known for this region"
            : `USD ${monthlyCostUsd.toFixed(2)}`;
    say(`${cost} a month, without data and log ingestion`);
}

async function stop(runner: Runner, project: Project): Promise<void> {
    const start = Date.now();
    const outcome = await runner.preview(project, say);
    if (!outcome.stopped) {
        throw new Failure(
            `the policy pack did not stop ${shortened(project.folder)}: ${verdictLine(outcome)}`,
        );
    }
    say(styled("green", `Stopped after ${secondsSince(start)}: ${verdictLine(outcome)}`));
    list(outcome);
}

function list({ verdict: { findings } }: Outcome): void {
    if (findings.length > 0) {
        print(findingsList(findings));
    }
}

function heading(text: string): void {
    print(`\n${styled("bold", text)}`);
}

function say(line: string): void {
    print(`  ${line}`);
}

function print(text: string): void {
    process.stdout.write(`${text}\n`);
}

function shortened(folder: string): string {
    const relative = path.relative(ROOT, folder);
    return relative.startsWith("..") ? folder : relative;
}
