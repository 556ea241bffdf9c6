import * as assert from "node:assert/strict";

import { before, describe, it } from "mocha";

import type { Deployed } from "./deploy";
import { answered } from "./outcomes";
import type { Mutation, Subject } from "./subject";

/** Puts a subject to work, as it is or mutated. */
type Deploy = (subject: Subject, mutation?: Mutation) => Promise<Deployed>;

const NONE = /^(?!)/;

/** The policies that find more than before. */
function newlyFinding(base: Deployed, after: Deployed): string[] {
    const found = after.findings.filter((finding) => !base.findings.includes(finding));
    return [...new Set(found.map((finding) => finding.split(" ")[0] ?? ""))].sort();
}

/** Holds the answers of a mutated program against those of the program as it was. */
function compareAnswers(base: Deployed, after: Deployed, mutation: Mutation): void {
    const { closes = NONE, because = NONE, opens = NONE } = mutation;
    const [yes, no] = [answered(base.outcomes, "yes"), answered(base.outcomes, "no")];
    const turned = {
        closes: answered(after.outcomes, "no").filter((question) => yes.includes(question)),
        opens: answered(after.outcomes, "yes").filter((question) => no.includes(question)),
    };
    assert.deepEqual(turned, {
        closes: yes.filter((question) => closes.test(question)),
        opens: no.filter((question) => opens.test(question)),
    });
    assert.ok(turned.closes.length + turned.opens.length > 0, "nothing tells it from the program");
    for (const question of turned.closes) {
        assert.match(String(after.outcomes.get(question)?.reason), because);
    }
}

function itTells(deploy: Deploy, subject: Subject, mutation: Mutation, base: () => Deployed): void {
    it(`tells when ${mutation.title}`, async () => {
        const after = await deploy(subject, mutation);
        if (mutation.refused === undefined) {
            assert.equal(after.refusal, undefined);
            compareAnswers(base(), after, mutation);
        } else {
            assert.match(String(after.refusal), mutation.refused);
        }
        assert.deepEqual(newlyFinding(base(), after), mutation.finds ?? []);
    });
}

/** Holds a subject to what it is for, and each of its mutations to what has to show it. */
export function describeSubject(subject: Subject, deploy: Deploy): void {
    describe(subject.title, () => {
        let base: Deployed;
        before(async () => {
            base = await deploy(subject);
        });

        it("answers what it is for", () => {
            assert.equal(base.refusal, undefined);
            const questions = [...base.outcomes.keys()];
            assert.deepEqual(
                answered(base.outcomes, "no"),
                questions.filter((question) => (subject.no ?? NONE).test(question)),
            );
        });

        for (const mutation of subject.mutations) {
            itTells(deploy, subject, mutation, () => base);
        }
    });
}
