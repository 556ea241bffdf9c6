import * as proto from "@pulumi/pulumi/proto/analyzer_pb";

import { policies } from "../../../policy-pack/policies/index";
import { judgeMonitor } from "../../../scripts/demo/in-process/judgedMonitor";
import { findingsIn, type PackFinding } from "../../../scripts/engine/packClient";
import {
    asAnalyzeRequest,
    asStackResource,
    type ShownResource,
} from "../../../scripts/engine/shownResource";
import { ask, handlers } from "../../policy-pack/support/handlers";
import { toConfigureRequest } from "../../policy-pack/support/requests";

const one = handlers.analyze(policies);
const all = handlers.analyzeStack(policies);

/** The policy pack in this process. */
const pack = {
    analyze: async (resource: ShownResource) =>
        findingsIn(
            (await ask(one, asAnalyzeRequest(resource))) as proto.AnalyzeResponse,
            resource.urn,
        ),
    analyzeStack: async (resources: ShownResource[]) => {
        const request = new proto.AnalyzeStackRequest();
        request.setResourcesList(resources.map(asStackResource));
        return findingsIn((await ask(all, request)) as proto.AnalyzeResponse, "");
    },
};

/** Runs a program beside the policy pack, and gives the policies that find fault with it, each with the resource and the message. */
export async function findingsOf(
    run: (judged: (program: () => unknown) => () => unknown) => Promise<unknown>,
): Promise<string[]> {
    await ask(handlers.configure, toConfigureRequest(policies, {}));
    const findings: PackFinding[] = [];
    let seen: ReturnType<typeof judgeMonitor> | undefined;
    const listener = {
        registered: () => undefined,
        found: (found: PackFinding[]) => findings.push(...found),
    };
    const judged = (program: () => unknown) => () => {
        seen = judgeMonitor(pack, true, listener);
        return program();
    };
    try {
        await run(judged);
    } finally {
        findings.push(...(await pack.analyzeStack([...(seen?.resources.values() ?? [])])));
    }
    return findings.map(
        ({ policy, urn, message }) => `${policy} ${urn.split("::").at(-1)}: ${message}`,
    );
}
