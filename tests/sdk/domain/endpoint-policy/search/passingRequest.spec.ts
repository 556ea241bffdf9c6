import assert from "node:assert/strict";

import { checkPerimeterGaps } from "../../../../../sdk/domain/endpoint-policy";
import { authorize, type World } from "../../../../../simulated-aws/index";
import { deploy } from "../../../../support/deploySet";
import { type Claim, listQuestions, type Question } from "../questions";

const NOBODY = { "aws:principalorgid": [], "aws:principalorgpaths": [], "aws:resourceorgid": [] };

/** What the two have to agree about, and about how many policies at least. */
const CLAIMS: [Claim, number][] = [
    ["a closed policy denies every stranger", 80],
    ["an open policy lets the stranger in who was found", 80],
    ["a policy without a request that passes lets nobody through", 40],
    ["any other policy lets the request through that was found", 80],
];

describe("the search for a request that passes, and the endpoint of a simulated AWS", () => {
    let world: World;
    let questions: Question[];

    before(async function () {
        this.timeout(60_000);
        ({ world } = (await deploy({ services: ["eks"] })).network);
        questions = listQuestions();
    });

    /** Whether the endpoint lets a request through when it has this policy. */
    function isAllowed({ document, request }: Question): boolean {
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

    for (const [claim, least] of CLAIMS) {
        it(`agree that ${claim}`, () => {
            const asked = questions.filter((each) => each.claim === claim);
            const documents = new Set(asked.map(({ document }) => document));
            assert.ok(documents.size > least, `only ${documents.size} policies are such`);
            assert.deepEqual(
                asked.filter((each) => isAllowed(each) !== each.isAllowed),
                [],
            );
        });
    }

    it("has a stranger exactly where checkPerimeterGaps finds a gap", () => {
        const documents = [...new Set(questions.map(({ document }) => document))];
        const open = new Set(
            questions.filter(({ claim }) => claim === CLAIMS[1]?.[0]).map((each) => each.document),
        );
        for (const document of documents.slice(0, 100)) {
            assert.equal(checkPerimeterGaps(document).length > 0, open.has(document));
        }
    });
});
