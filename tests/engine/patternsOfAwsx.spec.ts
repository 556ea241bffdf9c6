import assert from "node:assert/strict";

import { awsxVpcEndpoints } from "./patterns/awsxVpcEndpoints";
import { findingsOf } from "./patterns/findings";
import { AWSX, usePlugin } from "./plugins";
import { PACK, useEngine } from "./support";
import type { TestStack } from "./testStack";

describe("the policy pack on endpoints of awsx", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let strategy: "Legacy" | "Auto";
    let stack: TestStack;

    before(async function () {
        if (!usePlugin(engine(), ...AWSX)) {
            this.skip();
        }
        stack = await engine().stack("awsx", () => {
            awsxVpcEndpoints(strategy);
        });
    });

    const WITHOUT_POLICIES = [
        "endpoint-policy-required advisory com.amazonaws.eu-west-1.eks-auth",
        "endpoint-policy-required mandatory com.amazonaws.eu-west-1.eks",
        "shadowed-hosts-resolvable advisory com.amazonaws.eu-west-1.eks",
        "vpc-flow-logs-required mandatory network",
    ];

    it("finds that its specs alone put them into no subnet, behind the default group", async () => {
        strategy = "Legacy";
        assert.deepEqual(
            findingsOf(await stack.preview({ policyPacks: [PACK] })),
            [
                ...WITHOUT_POLICIES,
                "endpoint-multi-zone mandatory com.amazonaws.eu-west-1.eks",
                "endpoint-multi-zone mandatory com.amazonaws.eu-west-1.eks-auth",
                "endpoint-security-group-required mandatory com.amazonaws.eu-west-1.eks",
                "endpoint-security-group-required mandatory com.amazonaws.eu-west-1.eks-auth",
                "vpc-dns-attributes mandatory network",
            ].sort(),
        );
    });

    it("finds no more than policies, a flow log and a word of each rule missing where awsx fills in the rest", async () => {
        strategy = "Auto";
        assert.deepEqual(
            findingsOf(await stack.preview({ policyPacks: [PACK] })),
            [
                ...WITHOUT_POLICIES,
                "endpoint-rules-described advisory com.amazonaws.eu-west-1.eks-auth-ingress",
                "endpoint-rules-described advisory com.amazonaws.eu-west-1.eks-ingress",
            ].sort(),
        );
    });
});
