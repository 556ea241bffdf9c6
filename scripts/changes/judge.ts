import { findHostNames } from "../../sdk/domain/hostNames";
import { ALL_SERVICES } from "../../sdk/domain/services";
import { type Client, type Question, reaches } from "./clients";
import { isForced } from "./forced";
import { relevanceTo } from "./relevance";
import type { Place, Step } from "./step";
import { visitWorlds } from "./worlds";

/** A host name that a client cannot reach for a while, though it does before and afterwards. */
export interface Gap {
    question: Question;
    /** The steps after which it was lost. */
    made: string[];
    /** No order of the same calls avoids it. */
    isForced: boolean;
}

/** What becomes of the host names while a change runs. */
export interface Verdict {
    worlds: number;
    names: number;
    gaps: Gap[];
    /** What AWS refuses in one order or another. */
    refused: string[];
}

/** The steps of a change, between the world before and the world after. */
export interface Change {
    before: Place;
    after: Place;
    steps: Step[];
}

/** Asks every client for every host name of a region, in every world on the way. */
export async function judge(change: Change, clients: Client[], region: string): Promise<Verdict> {
    const verdict: Verdict = { worlds: 0, names: 0, gaps: [], refused: [] };
    const refused = new Set<string>();
    for (const [hostName, questions] of questionsOf(clients, region)) {
        const found = await judgeName(change, hostName, questions);
        verdict.worlds += found.worlds;
        verdict.names += questions.length;
        verdict.gaps.push(...found.gaps);
        found.refused.forEach((each) => refused.add(each));
    }
    return { ...verdict, refused: [...refused] };
}

/** What every client asks, by host name: each of a region, in both families. */
export function questionsOf(clients: Client[], region: string): [string, Question[]][] {
    const names = ALL_SERVICES.flatMap((service) => findHostNames(service, region));
    return names.map((hostName) => [
        hostName,
        clients.flatMap((client) =>
            (["A", "AAAA"] as const).map((type) => ({ client, hostName, type })),
        ),
    ]);
}

async function judgeName(
    { before, after, steps }: Change,
    hostName: string,
    questions: Question[],
): Promise<Omit<Verdict, "names">> {
    const kept = questions.filter((each) => reaches(before, each) && reaches(after, each));
    const matters = relevanceTo(hostName, [after.world, before.world]);
    const lost = new Map<Question, string[]>();
    const { visited, refused } = await visitWorlds(before, steps, matters, ({ place, made }) => {
        for (const question of kept) {
            if (!lost.has(question) && !reaches(place, question)) {
                lost.set(
                    question,
                    made.filter(matters).map(({ label }) => label),
                );
            }
        }
    });
    const gaps: Gap[] = [];
    for (const [question, made] of lost) {
        const concerns = (step: Step): boolean => matters(step) && isSeenBy(question.client, step);
        const forced = await isForced(before, steps, concerns, question);
        gaps.push({ question, made, isForced: forced });
    }
    return { worlds: visited, gaps, refused };
}

/** Associations of other VPCs are nothing to a client. */
function isSeenBy({ vpcId }: Client, { type, properties }: Step): boolean {
    const isAssociation = /[aA]ssociation(Authorization)?$/.test(type);
    const other = properties.resourceId ?? properties.vpcId;
    return !isAssociation || typeof other !== "string" || other === vpcId;
}
