import { output } from "@pulumi/pulumi";

import { consumerArgs } from "../../../sdk/consumer/argsRules";
import type { EksEndpointConsumerArgs } from "../../../sdk/index";
import { assertNeverOdd, of, sharingFields } from "../../support/generatedArgs";

describe("EksEndpointConsumer with generated arguments", () => {
    const fields = {
        ...sharingFields,
        vpcId: of("vpc-1", output("vpc-1")),
        verify: of(true, false),
    };

    it("finds a plan or an error for whatever is given", () => {
        assertNeverOdd(fields, (args: EksEndpointConsumerArgs) =>
            consumerArgs.resolve("spoke", args),
        );
    });
});
