import * as path from "node:path";

import { simulate } from "../../../simulated-aws/index";
import { findingsOf } from "./judgedRun";
import { changeOf, loadProgram } from "./loadProgram";
import { type Outcomes, outcomesOf } from "./outcomes";
import type { Mutation, Outputs, Subject } from "./subject";

/** What came of a subject. */
export interface Deployed {
    outcomes: Outcomes;
    /** Policies with the resource that each found fault with, in previews. */
    findings: string[];
    /** What AWS answered, where it refused a program; there are no outcomes then. */
    refusal?: string;
}

/** Previews each stack of a subject under the policy pack, deploys it into a world of its own, and asks every question. */
export async function deploy(subject: Subject, mutation?: Mutation): Promise<Deployed> {
    const aws = simulate(subject.world);
    const outputs: Outputs = {};
    const findings: string[] = [];
    const changed = mutation && changeOf(mutation, subject.folder);
    for (const { name, folder = ".", account, config = {} } of subject.stacks) {
        const program = () => loadProgram(path.join(subject.folder, folder), changed);
        const options = {
            account,
            config: typeof config === "function" ? config(outputs) : config,
        };
        try {
            findings.push(
                ...(await findingsOf((judged) =>
                    aws.run(name, judged(program), { ...options, preview: true }),
                )),
            );
            outputs[name] = await aws.run(name, program, options);
        } catch (error) {
            return { outcomes: new Map(), findings, refusal: String(error) };
        }
    }
    return { outcomes: outcomesOf(aws.world, subject, outputs), findings };
}
