import type { Case, Example } from "../../support/example";
import { compliantNetwork, stackOf } from "../../support/resources";

/** An endpoint of a service in a region that has FIPS endpoints. */
function inVirginia(service: string): Case {
    const network = compliantNetwork({
        subnet: { availabilityZone: "us-east-1a" },
        other: { availabilityZone: "us-east-1b" },
    });
    network.endpoint.inputs.serviceName = `com.amazonaws.us-east-1.${service}`;
    network.issuer.inputs.serviceName = "com.amazonaws.us-east-1.oidc-eks";
    return { resources: stackOf(network) };
}

export const example: Example = {
    about: "eks",
    wrong: () => inVirginia("eks"),
    right: () => inVirginia("eks-fips"),
};
