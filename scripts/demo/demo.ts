import * as path from "node:path";

import { loadWorld } from "../../simulated-aws/index";
import { Failure } from "../failure";
import { ROOT } from "./options";
import type { HubOutputs } from "./outputs";
import { hubProject, spokeProject, unsafeProject } from "./projects";
import { isForbidden, type Outcome, type Project, type Runner } from "./runner";
import { clientsTable } from "./tables/clients";
import { endpointsTable } from "./tables/endpoints";
import { factLines } from "./tables/facts";
import { findingsList, verdictLine } from "./tables/findings";
import { hostNamesTable } from "./tables/hostNames";
import { counted, secondsSince, styled, wrapped } from "./text";
import { additions, type Places } from "./world";

/** What the demo runs on. */
export interface Stage {
    runner: Runner;
    /** File of the simulated AWS. */
    worldPath: string;
    places: Places;
    /** Folder of the program that the pack has to stop. */
    unsafe: string;
}

/** Deploys, shows, has two programs stopped, and deletes. Throws a Failure where anything is not as it should be. */
export async function runDemo({ runner, worldPath, places, unsafe }: Stage): Promise<void> {
    const before = loadWorld(worldPath);
    const { hub, teamA, teamB, newcomer } = places;
    const hubStack = hubProject(places);
    const spokes = [spokeProject("team-a", teamA), spokeProject("team-b", teamB)];

    heading(`1. The hub: examples/hub, account ${hub.account}`);
    const outputs = (await deploy(runner, hubStack)).outputs as unknown as HubOutputs;
    print(endpointsTable(loadWorld(worldPath), outputs));
    factLines(loadWorld(worldPath), outputs).forEach(say);

    heading(`2. Two spokes: examples/spoke, accounts ${teamA.account} and ${teamB.account}`);
    for (const spoke of spokes) {
        await deploy(runner, spoke);
    }
    const world = loadWorld(worldPath);
    say("What the host names resolve to from their VPCs:");
    const vpcs = { "From team-a": teamA.vpcId, "From team-b": teamB.vpcId };
    print(hostNamesTable(world, outputs, vpcs));
    say("The Kubernetes API is not among them: it has the cluster's own private endpoint.");
    say("Who gets through, addresses that admit the client and the endpoint policy's answer:");
    print(clientsTable(world, outputs, places));

    heading(`3. A spoke that the hub does not know, account ${newcomer.account}`);
    await refuse(runner, spokeProject("newcomer", newcomer));

    heading(`4. An unsafe program: ${shortened(unsafe)}`);
    await forbid(runner, unsafeProject(unsafe, places));

    heading("5. Delete everything: the spokes first, then the hub");
    const start = Date.now();
    for (const project of [...spokes, hubStack]) {
        await runner.destroy(project);
    }
    const left = additions(before, loadWorld(worldPath));
    if (left.length > 0) {
        throw new Failure(`destroy left behind: ${left.join(", ")}`);
    }
    say(styled("green", `Done in ${secondsSince(start)}; nothing is left but the networks`));
}

async function deploy(runner: Runner, project: Project): Promise<Outcome> {
    const start = Date.now();
    const outcome = await runner.up(project);
    if (isForbidden(outcome)) {
        print(findingsList(outcome.verdict.findings));
        throw new Failure(
            `the policy pack stopped ${shortened(project.folder)}, which it should not`,
        );
    }
    if (outcome.errors.length > 0) {
        throw new Failure(`up of stack ${project.stack} failed: ${outcome.errors.join("\n")}`);
    }
    const { resources } = outcome;
    const created = `${project.stack}: ${counted(resources.length, "resource")} created in ${secondsSince(start)}`;
    say(styled("green", created));
    print(wrapped(kindsOf(resources), 4));
    say(`Policy pack: ${verdictLine(outcome)}`);
    if (outcome.verdict.findings.length > 0) {
        print(findingsList(outcome.verdict.findings));
    }
    return outcome;
}

/** Has the component stop a program in preview. */
async function refuse(runner: Runner, project: Project): Promise<void> {
    const start = Date.now();
    const { errors } = await runner.preview(project);
    if (errors.length === 0) {
        throw new Failure(`nothing stopped the preview of ${shortened(project.folder)}`);
    }
    say(styled("green", `Stopped by the component after ${secondsSince(start)}:`));
    print(wrapped(errors.join("\n"), 4));
}

/** Has the policy pack stop a program in preview. */
async function forbid(runner: Runner, project: Project): Promise<void> {
    const start = Date.now();
    const outcome = await runner.preview(project);
    if (!isForbidden(outcome)) {
        throw new Failure(
            `the policy pack did not stop ${shortened(project.folder)}: ${verdictLine(outcome)}`,
        );
    }
    say(styled("green", `Stopped by the policy pack after ${secondsSince(start)}:`));
    say(verdictLine(outcome));
    print(findingsList(outcome.verdict.findings));
}

/** Resource types with their numbers, for example `5×Zone, 1×Role`. */
function kindsOf(types: string[]): string {
    const names = types.map((type) => type.split(":").at(-1) ?? type).sort();
    const count = (name: string) => names.filter((each) => each === name).length;
    return [...new Set(names)].map((name) => `${count(name)}×${name}`).join(", ");
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
