// Runs in a folder that has the evaluator, and questions.json: policies, requests, and which request is put to which policy.

import { readFileSync, writeFileSync } from "node:fs";

import { runSimulation } from "@cloud-copilot/iam-simulate";

const { documents, requests, asked } = JSON.parse(readFileSync("questions.json", "utf-8"));

/** What the caller's own policies say. */
const ANYTHING = {
    name: "anything",
    policy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
    },
};

/** Owns every resource, and makes no request: across accounts both sides have to allow, so the one that is asked about decides. */
const OWNER = "444444444444";

/** A request as the evaluator takes it: without the keys that have no value. */
function asRequest({ principalArn, action, resource, context }) {
    const present = Object.entries(context).filter(([, values]) => values.length > 0);
    return {
        principal: principalArn,
        action,
        resource: { resource, accountId: OWNER },
        contextVariables: Object.fromEntries(present),
    };
}

/**
 * Whether the evaluator lets a request through where this policy decides; anything but an answer is an error. It stands as
 * the policy of a resource: of an endpoint's policy the evaluator takes no principal but "*".
 */
async function isAllowed(document, request) {
    const answer = await runSimulation(
        {
            request: asRequest(request),
            identityPolicies: [ANYTHING],
            serviceControlPolicies: [],
            resourceControlPolicies: [],
            resourcePolicy: document,
        },
        { simulationMode: "Strict" },
    );
    if (answer.resultType === "error") {
        throw new Error(
            `${JSON.stringify(answer.errors)} of ${JSON.stringify({ document, request })}`,
        );
    }
    return answer.overallResult === "Allowed";
}

const answers = [];
for (const [document, request] of asked) {
    answers.push(await isAllowed(documents[document], requests[request]));
}
writeFileSync("answers.json", JSON.stringify(answers));
