import type { Outcome, World } from "../../../simulated-aws/index";
import { Client } from "../../../simulated-aws/questions/client";
import type { Outputs, Subject } from "./subject";

/** Every question with its answer. */
export type Outcomes = Map<string, Outcome>;

/** Asks every client of a subject about every host and every call. */
export function outcomesOf(
    world: World,
    { clients, hosts, calls = {} }: Subject,
    outputs: Outputs,
): Outcomes {
    const outcomes: Outcomes = new Map();
    for (const [name, place] of Object.entries(clients)) {
        const { vpcId, ...options } = place(outputs);
        const client = new Client(world, String(vpcId), options);
        for (const [short, given] of Object.entries(hosts)) {
            const host = typeof given === "string" ? given : String(given(outputs));
            outcomes.set(`${name} resolves ${short}`, client.resolves(host));
            outcomes.set(`${name} connects to ${short}`, client.connects(host, 443));
        }
        for (const [short, call] of Object.entries(calls)) {
            outcomes.set(`${name} calls ${short}`, client.calls(call));
        }
    }
    return outcomes;
}

/** The questions that are answered with yes, or with no. */
export function answered(outcomes: Outcomes, answer: "yes" | "no"): string[] {
    return [...outcomes].filter(([, { ok }]) => ok === (answer === "yes")).map(([asked]) => asked);
}
