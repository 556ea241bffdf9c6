import { EksService } from "../../../sdk/domain/services";
import { listQuestions, SAMPLES } from "../../../tests/sdk/domain/endpoint-policy/questions";
import { askCalls, SAMPLES as CALLS } from "../../../tests/support/endpointCalls";
import { Failure } from "../../failure";
import { evaluate } from "../evaluator";
import type { Step } from "../step";

/** Wrong answers that are shown. */
const SHOWN = 5;

/** The endpoint policies of the unit tests, put before somebody else's evaluator. */
export const evaluator: Step = {
    name: `an evaluator that is not ours agrees with the search about ${SAMPLES.numRuns} policies (seed ${SAMPLES.seed})`,
    needsEngine: false,
    async run(hour) {
        const questions = listQuestions(EksService.Eks);
        const answers = await evaluate(hour, questions);
        const wrong = questions.filter(({ isAllowed }, i) => answers[i] !== isAllowed);
        demandNone(wrong, questions.length, answers.length === questions.length);
    },
};

/** What the simulated AWS answers to calls, of which something may be open, put before the same evaluator in every way it may turn out. */
export const evaluatorOfCalls: Step = {
    name: `the same evaluator agrees with the simulated AWS about ${CALLS.numRuns} policies (seed ${CALLS.seed})`,
    needsEngine: false,
    async run(hour) {
        const calls = await askCalls();
        const asked = calls.flatMap(({ document, request, contexts }) =>
            contexts.map((context) => ({
                document,
                request: {
                    principalArn: request.principalArn ?? "",
                    action: request.action,
                    resource: request.resourceArn ?? "*",
                    context,
                },
            })),
        );
        const answers = await evaluate(hour, asked);
        let from = 0;
        const wrong = calls.filter(({ answer, contexts }) => {
            const heard = answers.slice(from, (from += contexts.length));
            // The first way is that the request has nothing of what is open; where all is decided no other way may differ.
            const binding = answer.undecided === undefined ? heard : heard.slice(0, 1);
            return binding.some((isAllowed) => isAllowed !== answer.allowed);
        });
        demandNone(wrong, calls.length, answers.length === asked.length);
    },
};

function demandNone(wrong: object[], asked: number, isComplete: boolean): void {
    if (wrong.length > 0 || !isComplete) {
        const shown = wrong.slice(0, SHOWN).map((each) => JSON.stringify(each));
        throw new Failure(
            [`it answers ${wrong.length} of ${asked} questions otherwise`, ...shown].join("\n"),
        );
    }
}
