import * as fs from "node:fs";
import * as path from "node:path";

import { messageOf } from "../failure";
import type { Hour } from "./hour";
import { Skipped } from "./step";

/** An evaluator of IAM policies that is not ours. Its licence keeps it out of what this repository depends on. */
const EVALUATOR = "@cloud-copilot/iam-simulate@0.1.173";
const SCRIPT = path.join(__dirname, "askEvaluator.mjs");

/** A request to put to a policy. */
export interface Evaluated {
    document: object;
    request: {
        principalArn: string;
        action: string;
        resource: string;
        /** Values by key; none for a key that is not there. */
        context: { [key: string]: string[] };
    };
}

/** Whether somebody else's evaluator lets each request through, in a process of its own. */
export async function evaluate(hour: Hour, questions: Evaluated[]): Promise<boolean[]> {
    const documents = new Map<object, number>();
    const requests = new Map<object, number>();
    const asked = questions.map(({ document, request }) => [
        placeIn(documents, document),
        placeIn(requests, request),
    ]);
    const folder = hour.folder({
        "package.json": { private: true },
        "questions.json": {
            documents: [...documents.keys()],
            requests: [...requests.keys()],
            asked,
        },
        "askEvaluator.mjs": fs.readFileSync(SCRIPT, "utf-8"),
    });
    await install(hour, folder);
    await hour.run(folder, [process.execPath, "askEvaluator.mjs"]);
    return JSON.parse(fs.readFileSync(path.join(folder, "answers.json"), "utf-8")) as boolean[];
}

function placeIn(places: Map<object, number>, value: object): number {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
}

async function install(hour: Hour, folder: string): Promise<void> {
    try {
        await hour.install(folder, ["--ignore-scripts", EVALUATOR]);
    } catch (error) {
        throw isUnreachable(error)
            ? new Skipped(
                  `${EVALUATOR} cannot be fetched, because the npm registry cannot be reached`,
              )
            : error;
    }
}

/** Whether a command failed because a registry cannot be reached. */
export function isUnreachable(error: unknown): boolean {
    return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|Failed to establish a new connection|Could not fetch URL/.test(
        messageOf(error),
    );
}
