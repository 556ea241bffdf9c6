import { compliant, type Example } from "../../support/example";
import { compliantNetwork, stackOf } from "../../support/resources";
import { outputOf } from "../../support/testResource";

export const example: Example = {
    about: "eks",
    wrong: () => {
        const network = compliantNetwork();
        network.endpoint.inputs.subnetIds = [outputOf(network.subnet)];
        return { resources: stackOf(network) };
    },
    right: () => compliant(),
};
