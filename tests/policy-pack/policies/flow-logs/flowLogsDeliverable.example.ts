import type { Case, Example } from "../../support/example";
import { bucket, compliantNetwork, stackOf } from "../../support/resources";
import { outputOf } from "../../support/testResource";

/** A flow log that goes to a bucket, with the role that a log group would need, or without. */
function toBucket(hasRole: boolean): Case {
    const archive = bucket();
    const network = compliantNetwork({
        log: { logDestinationType: "s3", logDestination: outputOf(archive, "arn") },
    });
    network.log.inputs.iamRoleArn = hasRole ? outputOf(network.role, "arn") : undefined;
    return { resources: stackOf(network, archive) };
}

export const example: Example = {
    about: "log",
    wrong: () => toBucket(true),
    right: () => toBucket(false),
};
