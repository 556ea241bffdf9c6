import { createNetwork } from "../network";
import { allTraffic, httpsGroup, interfaceEndpoint, ORGANIZATION } from "./parts";

const OWN_PRINCIPALS = { "aws:PrincipalOrgID": ORGANIZATION };

/**
 * AWS's default policy of a data perimeter: principals to resources of the organisation, AWS services, and tagged
 * principals of the organisation to any resource.
 * https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/vpc_endpoint_policies
 */
export function dataPerimeter(): void {
    const { vpcId, subnetIds } = createNetwork("vpc");
    allTraffic(vpcId);
    const statements = [
        { StringEquals: { ...OWN_PRINCIPALS, "aws:ResourceOrgID": ORGANIZATION } },
        { Bool: { "aws:PrincipalIsAWSService": "true" } },
        { StringEquals: { ...OWN_PRINCIPALS, "aws:PrincipalTag/dp:exclude:resource": "true" } },
    ].map((condition) => ({
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition: condition,
    }));
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    const securityGroupIds = [httpsGroup(vpcId, ["10.20.0.0/16"]).id];
    for (const service of ["eks", "eks-auth", "oidc-eks"]) {
        interfaceEndpoint(
            service,
            { vpcId, subnetIds },
            {
                securityGroupIds,
                privateDnsEnabled: true,
                ...(service === "oidc-eks" ? {} : { policy }),
            },
        );
    }
}
