import assert from "node:assert/strict";

import * as eks from "@aws-sdk/client-eks";

import { KNOWN_ACTIONS } from "../../../../../sdk/domain/endpoint-policy/language/actions";

describe("KNOWN_ACTIONS", () => {
    /** In the Service Authorization Reference, but no operation of the SDK. */
    const WITHOUT_OPERATION = [
        "eks:AccessKubernetesApi",
        "eks:ListDashboardData",
        "eks:ListDashboardResources",
        "eks:MutateViaKubernetesApi",
    ];

    it("has an action for every operation of the SDK, and four that have none", () => {
        const operations = Object.keys(eks)
            .filter((name) => name.endsWith("Command") && !name.startsWith("$"))
            .map((name) => `eks:${name.replace(/Command$/, "")}`);
        assert.deepEqual(
            KNOWN_ACTIONS.filter((action) => action.startsWith("eks:")).sort(),
            [...operations, ...WITHOUT_OPERATION].sort(),
        );
    });

    it("has the 74 actions of EKS and the one of EKS Auth, each once", () => {
        assert.equal(new Set(KNOWN_ACTIONS).size, 75);
        assert.equal(KNOWN_ACTIONS.length, 75);
    });
});
