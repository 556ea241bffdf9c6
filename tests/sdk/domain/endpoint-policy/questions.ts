import fc from "fast-check";

import {
    findOwnRequest,
    findStrangerRequest,
    type PassingRequest,
    type PolicyDocument,
} from "../../../../sdk/domain/endpoint-policy";
import type { EksService } from "../../../../sdk/domain/services";
import { anybody, policies, strangers } from "./generatedPolicies";

/** Generated policies, and requests to each that should not pass: the same in every run. */
export const SAMPLES = { numRuns: 400, seed: 20261126 };
const REQUESTS = { ...SAMPLES, numRuns: 60 };

/** What the search says of a policy. */
export type Claim =
    | "a closed policy denies every stranger"
    | "an open policy lets the stranger in who was found"
    | "a policy without a request that passes lets nobody through"
    | "any other policy lets the request through that was found";

/** A request to put before an evaluator, and what it answers where the search is right. */
export interface Question {
    claim: Claim;
    document: PolicyDocument;
    request: PassingRequest;
    isAllowed: boolean;
}

/** Every question that shows whether the search is right about the generated policies; strangers call `service`, or anything. */
export function listQuestions(service?: EksService): Question[] {
    const [outsiders, callers] = [strangers, anybody].map((each) => fc.sample(each, REQUESTS));
    return fc.sample(policies, SAMPLES).flatMap((document) => {
        const ask = (claims: [Claim, Claim], found?: PassingRequest, others?: PassingRequest[]) =>
            found === undefined
                ? (others ?? []).map((request) => ({
                      claim: claims[0],
                      document,
                      request,
                      isAllowed: false,
                  }))
                : [{ claim: claims[1], document, request: found, isAllowed: true }];
        return [
            ...ask(
                [
                    "a closed policy denies every stranger",
                    "an open policy lets the stranger in who was found",
                ],
                findStrangerRequest(document, service),
                outsiders,
            ),
            ...ask(
                [
                    "a policy without a request that passes lets nobody through",
                    "any other policy lets the request through that was found",
                ],
                findOwnRequest(document, "eks"),
                callers,
            ),
        ];
    });
}
