import assert from "node:assert/strict";

import { checkHosts, planHosts } from "../../../sdk/connection/hosts";
import { PARTITIONS } from "../../../sdk/domain";
import { ALL_SERVICES, DEFAULT_SERVICES } from "../../../sdk/domain/services";

describe("planHosts", () => {
    it("plans the same keys for every region of a partition", () => {
        for (const { eksRegions } of PARTITIONS) {
            const keys = eksRegions.map((region) =>
                planHosts({ services: ALL_SERVICES, region }).map(({ key }) => key),
            );
            assert.ok(keys.every((each) => each.join() === keys[0]?.join()));
        }
    });

    it("takes the commercial partition where no region is given", () => {
        const keys = planHosts({ services: DEFAULT_SERVICES }).map(({ key }) => key);
        assert.deepEqual(keys, [
            "eks",
            "eks-dual-stack",
            "eks-auth-dual-stack",
            "oidc-eks",
            "oidc-eks-dual-stack",
        ]);
    });
});

describe("checkHosts", () => {
    it("accepts all services of the commercial partition together", () => {
        assert.deepEqual(
            checkHosts({ services: ALL_SERVICES.filter((each) => each !== "eks-capabilities") }),
            [],
        );
    });

    it("refuses two services that have one host name", () => {
        const args = { services: ["eks-fips" as const, "eks" as const], region: "us-gov-west-1" };
        assert.deepEqual(checkHosts(args), [
            {
                path: "services[1]",
                reason: "eks has the same host name as eks-fips in us-gov-west-1; name one of the two",
            },
        ]);
    });

    it("leaves a region of no known form to its own check", () => {
        assert.deepEqual(checkHosts({ services: ["eks"], region: "Frankfurt" }), []);
    });
});
