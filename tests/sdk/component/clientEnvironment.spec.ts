import assert from "node:assert/strict";

import { clientEnvironment } from "../../../sdk/component/clientEnvironment";

const FACTS = { region: "us-east-1", services: ["eks" as const], privateDnsEnabled: true };
const ALWAYS = { AWS_REGION: "us-east-1", AWS_STS_REGIONAL_ENDPOINTS: "regional" };

describe("clientEnvironment", () => {
    it("needs nothing but region and regional STS where private DNS is on", () => {
        assert.deepEqual(clientEnvironment(FACTS), ALWAYS);
    });

    it("turns FIPS on where the FIPS endpoint is the only way to the EKS API", () => {
        assert.deepEqual(clientEnvironment({ ...FACTS, services: ["eks-fips"] }), {
            ...ALWAYS,
            AWS_USE_FIPS_ENDPOINT: "true",
        });
        assert.deepEqual(clientEnvironment({ ...FACTS, services: ["eks", "eks-fips"] }), ALWAYS);
    });

    it("names the endpoint of the EKS API where private DNS is off", () => {
        const facts = { ...FACTS, privateDnsEnabled: false, eksDnsName: "vpce-1.example" };
        assert.deepEqual(clientEnvironment(facts), {
            ...ALWAYS,
            AWS_ENDPOINT_URL_EKS: "https://vpce-1.example",
        });
    });
});
