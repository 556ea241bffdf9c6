import assert from "node:assert/strict";

import fc from "fast-check";

import {
    checkPerimeterGaps,
    findOwnRequest,
    findStrangerRequest,
    type PassingRequest,
    type PolicyDocument,
} from "../../../../../sdk/domain/endpoint-policy";
import { authorize, type World } from "../../../../../simulated-aws/index";
import { deploy } from "../../../../support/deploySet";
import { anybody, policies, strangers } from "../generatedPolicies";

/** The same policies and requests in every run. */
const SAMPLES = { numRuns: 400, seed: 20261126 };
const NOBODY = { "aws:principalorgid": [], "aws:principalorgpaths": [], "aws:resourceorgid": [] };

describe("the search for a request that passes, and the endpoint of a simulated AWS", () => {
    let world: World;
    let judged: {
        document: PolicyDocument;
        stranger: PassingRequest | undefined;
        own: PassingRequest | undefined;
    }[];

    before(async function () {
        this.timeout(60_000);
        ({ world } = (await deploy({ services: ["eks"] })).network);
        judged = fc.sample(policies, SAMPLES).map((document) => ({
            document,
            stranger: findStrangerRequest(document),
            own: findOwnRequest(document, "eks"),
        }));
    });

    /** Whether the endpoint lets a request through when it has this policy. */
    function isAllowed(document: PolicyDocument, request: PassingRequest): boolean {
        const [endpoint] = Object.values(world.objects.endpoints);
        assert.ok(endpoint);
        world.objects.endpoints[endpoint.id] = { ...endpoint, policy: JSON.stringify(document) };
        const { principalArn, action, resource } = request;
        const context = { ...NOBODY, ...request.context };
        return authorize(world, endpoint.id, {
            principalArn,
            action,
            resourceArn: resource,
            context,
        }).allowed;
    }

    /** The policies that let a request of some sample through though none should pass. */
    function findWronglyOpen(
        closed: { document: PolicyDocument }[],
        requests: fc.Arbitrary<PassingRequest>,
    ) {
        const sample = fc.sample(requests, { ...SAMPLES, numRuns: 60 });
        return closed.flatMap(({ document }) => {
            const request = sample.find((each) => isAllowed(document, each));
            return request === undefined ? [] : [{ document, request }];
        });
    }

    it("agree that a closed policy denies every stranger", () => {
        const closed = judged.filter(({ stranger }) => stranger === undefined);
        assert.ok(closed.length > 80, `only ${closed.length} policies are closed`);
        assert.deepEqual(findWronglyOpen(closed, strangers), []);
    });

    it("agree that an open policy lets the stranger in who was found", () => {
        const open = judged.filter(({ stranger }) => stranger !== undefined);
        assert.ok(open.length > 80, `only ${open.length} policies are open`);
        for (const { document, stranger } of open) {
            assert.ok(stranger && isAllowed(document, stranger), say(document, stranger));
        }
    });

    it("agree that a policy without a request that passes lets nobody through", () => {
        const dead = judged.filter(({ own }) => own === undefined);
        assert.ok(dead.length > 40, `only ${dead.length} policies let nobody through`);
        assert.deepEqual(findWronglyOpen(dead, anybody), []);
    });

    it("agree that any other policy lets the request through that was found", () => {
        for (const { document, own } of judged) {
            assert.ok(own === undefined || isAllowed(document, own), say(document, own));
        }
    });

    it("has a stranger exactly where checkPerimeterGaps finds a gap", () => {
        for (const { document, stranger } of judged.slice(0, 100)) {
            assert.equal(checkPerimeterGaps(document).length > 0, stranger !== undefined);
        }
    });
});

function say(document: PolicyDocument, request: PassingRequest | undefined): string {
    return `${JSON.stringify(document)} and ${JSON.stringify(request)}`;
}
