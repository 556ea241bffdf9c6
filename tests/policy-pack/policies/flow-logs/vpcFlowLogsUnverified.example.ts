import type { Case, Example } from "../../support/example";
import { accountPolicy, endpoint, REGION, securityGroup } from "../../support/resources";
import { outputOf } from "../../support/testResource";

/** An endpoint in a VPC of another stack. */
function elsewhere(config: Case["config"]): Case {
    const group = securityGroup({ vpcId: "vpc-0123" });
    const inputs = {
        serviceName: `com.amazonaws.${REGION}.eks-auth`,
        vpcId: "vpc-0123",
        subnetIds: ["subnet-0123", "subnet-0456"],
        securityGroupIds: [outputOf(group)],
        policy: accountPolicy({ Action: "eks-auth:AssumeRoleForPodIdentity" }),
    };
    return { resources: [group, endpoint(inputs, { name: "eks-auth" })], config };
}

export const example: Example = {
    about: "eks-auth",
    wrong: () => elsewhere(undefined),
    right: () => elsewhere({ "vpc-flow-logs-unverified": { coveredVpcIds: ["vpc-0123"] } }),
};
