import { ENDPOINT_TYPE } from "eks-privatelink/domain";

import { definePolicy } from "../../pack/definePolicy";
import { readString } from "../../stack/values";

/** Whether an EKS endpoint is of the one type that EKS services have. */
export const endpointTypeInterface = definePolicy({
    name: "endpoint-type-interface",
    description: "EKS endpoints are interface endpoints.",
    severity: "medium",
    enforcementLevel: "mandatory",
    remediationSteps: `Set vpcEndpointType of the endpoint to "${ENDPOINT_TYPE}".`,
    judgeEndpoint({ resource, service }, findings) {
        const path = "vpcEndpointType";
        const given = readString(resource.given, path);
        if (given === ENDPOINT_TYPE) {
            return;
        }
        const is =
            given === undefined
                ? "is left out, so the provider takes Gateway"
                : `is ${JSON.stringify(given)}`;
        findings.report(resource, {
            path,
            reason: `${is}, but ${service} has interface endpoints only and AWS refuses any other; set it to "${ENDPOINT_TYPE}"`,
        });
    },
});
