import * as fs from "node:fs";
import * as path from "node:path";

import { EksService } from "../../../sdk/domain/services";
import {
    listQuestions,
    type Question,
    SAMPLES,
} from "../../../tests/sdk/domain/endpoint-policy/questions";
import { Failure, messageOf } from "../../failure";
import type { Hour } from "../hour";
import { Skipped, type Step } from "../step";

/** An evaluator of IAM policies that is not ours. Its licence keeps it out of what this repository depends on. */
const EVALUATOR = "@cloud-copilot/iam-simulate@0.1.173";
const SCRIPT = path.join(__dirname, "..", "askEvaluator.mjs");

/** Wrong answers that are shown. */
const SHOWN = 5;

/** The endpoint policies of the unit tests, put before somebody else's evaluator. */
export const evaluator: Step = {
    name: `an evaluator that is not ours agrees with the search about ${SAMPLES.numRuns} policies (seed ${SAMPLES.seed})`,
    needsEngine: false,
    async run(hour) {
        const questions = listQuestions(EksService.Eks);
        const documents = [...new Set(questions.map(({ document }) => document))];
        const requests = [...new Set(questions.map(({ request }) => request))];
        const asked = questions.map(({ document, request }) => [
            documents.indexOf(document),
            requests.indexOf(request),
        ]);
        const folder = hour.folder({
            "package.json": { private: true },
            "questions.json": { documents, requests, asked },
            "askEvaluator.mjs": fs.readFileSync(SCRIPT, "utf-8"),
        });
        await install(hour, folder);
        await hour.run(folder, [process.execPath, "askEvaluator.mjs"]);
        const text = fs.readFileSync(path.join(folder, "answers.json"), "utf-8");
        compare(questions, JSON.parse(text) as boolean[]);
    },
};

async function install(hour: Hour, folder: string): Promise<void> {
    try {
        await hour.install(folder, ["--ignore-scripts", EVALUATOR]);
    } catch (error) {
        if (
            /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT/.test(
                messageOf(error),
            )
        ) {
            throw new Skipped(
                `${EVALUATOR} cannot be fetched, because the npm registry cannot be reached`,
            );
        }
        throw error;
    }
}

function compare(questions: Question[], answers: boolean[]): void {
    const wrong = questions.filter(({ isAllowed }, i) => answers[i] !== isAllowed);
    if (answers.length !== questions.length || wrong.length > 0) {
        const shown = wrong.slice(0, SHOWN).map((each) => JSON.stringify(each));
        throw new Failure(
            [
                `it answers ${wrong.length} of ${questions.length} questions otherwise`,
                ...shown,
            ].join("\n"),
        );
    }
}
