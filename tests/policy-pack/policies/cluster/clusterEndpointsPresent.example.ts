import { type Case, compliant, type Example } from "../../support/example";
import { accountPolicy, cluster, endpoint, REGION } from "../../support/resources";
import { outputOf } from "../../support/testResource";

/** A cluster that only its VPC reaches, in the subnets of the endpoints. */
function privateCluster(hasEksAuth: boolean): Case {
    return compliant({}, (stack) => {
        const inputs = {
            ...stack.endpoint.inputs,
            serviceName: `com.amazonaws.${REGION}.eks-auth`,
            policy: accountPolicy({ Action: "eks-auth:AssumeRoleForPodIdentity" }),
        };
        const subnetIds = [outputOf(stack.subnet), outputOf(stack.other)];
        const eksAuth = endpoint(inputs, { name: "eks-auth" });
        return [...(hasEksAuth ? [eksAuth] : []), cluster({ subnetIds })];
    });
}

export const example: Example = {
    about: "cluster",
    wrong: () => privateCluster(false),
    right: () => privateCluster(true),
};
