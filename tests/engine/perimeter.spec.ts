import assert from "node:assert/strict";

import { EksEndpointSet, type EksEndpointSetArgs } from "eks-privatelink";

import { authorize, createWorld, type EndpointRequest } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

const OWN = "111122223333";
const SISTER = "222233334444";
const STRANGER = "999988887777";
const ORGANIZATION = "o-a1b2c3d4e5";

const accounts = {
    [OWN]: { organizationId: ORGANIZATION },
    [SISTER]: { organizationId: ORGANIZATION },
    [STRANGER]: { organizationId: "o-z9y8x7w6v5" },
};

describe("whom the endpoint policies of an EksEndpointSet let through", function () {
    this.timeout(120_000);
    const engine = useEngine({ world: createWorld({ accounts }) });
    let stack: TestStack;
    let args: EksEndpointSetArgs;
    let endpointIds: { [service: string]: string };

    before(async () => {
        args = await existingNetwork(engine());
        stack = await engine().stack("perimeter", () => {
            const set = new EksEndpointSet("eks", args);
            return { endpointIds: set.endpointIds };
        });
        await deploy({});
    });

    /** Deploys the set with other arguments. */
    async function deploy(changes: Partial<EksEndpointSetArgs>): Promise<void> {
        args = { ...args, ...changes };
        const { errors, outputs } = await stack.up();
        assert.deepEqual(errors, []);
        endpointIds = outputs.endpointIds as { [service: string]: string };
    }

    const call = (request: Partial<EndpointRequest> & { from: string }) =>
        authorize(engine().world, endpointIds.eks ?? "", {
            principalArn: `arn:aws:iam::${request.from}:role/deployer`,
            action: "eks:DescribeCluster",
            ...request,
        }).allowed;

    it("lets a principal of the own account call its own clusters", () => {
        assert.equal(call({ from: OWN }), true);
    });

    for (const account of [SISTER, STRANGER]) {
        it(`denies a principal of account ${account} everything by default`, () => {
            assert.equal(call({ from: account }), false);
            assert.equal(call({ from: account, action: "eks:ListClusters" }), false);
        });
    }

    it("denies own principals the clusters of a stranger", () => {
        assert.equal(call({ from: OWN, resourceAccount: STRANGER }), false);
    });

    it("denies an anonymous caller", () => {
        assert.equal(call({ from: OWN, principalArn: "", principalAccount: "" }), false);
    });

    it("admits a sister account and no stranger once the organisation is named", async () => {
        await deploy({ endpointPolicy: { organizationIds: [ORGANIZATION] } });
        assert.deepEqual(
            [OWN, SISTER, STRANGER].map((account) => call({ from: account })),
            [true, true, false],
        );
    });

    it("denies what is not among the given actions", async () => {
        const endpointPolicy = {
            organizationIds: [ORGANIZATION],
            actions: { eks: ["eks:DescribeCluster"] },
        };
        await deploy({ endpointPolicy });
        assert.equal(call({ from: OWN }), true);
        assert.equal(call({ from: OWN, action: "eks:DeleteCluster" }), false);
    });
});
