import { output } from "@pulumi/pulumi";
import fc from "fast-check";

import type { EksEndpointShareArgs } from "../../../sdk/index";
import { shareArgs } from "../../../sdk/share/argsRules";
import { assertNeverOdd, group, odd, of, sharingFields } from "../../support/generatedArgs";

const CONSUMER = group({
    vpcId: of("vpc-1", "vpc-2", output("vpc-3")),
    accountId: of("111122223333", "444455556666", null),
    region: of("eu-west-1", "cn-north-1", output("eu-west-1")),
});
const CONSUMER_NAME = fc.oneof(fc.constantFrom("orders", "billing", "__proto__"), fc.string());

describe("EksEndpointShare with generated arguments", () => {
    const fields = {
        ...sharingFields,
        ipAddressType: of("ipv4", "dualstack", "ipv6"),
        consumers: fc.oneof({ weight: 6, arbitrary: fc.dictionary(CONSUMER_NAME, CONSUMER) }, odd),
        principals: fc.oneof(
            fc.array(of("111122223333", "arn:aws:organizations::1:organization/o-1")),
            odd,
        ),
    };

    it("finds a plan or an error for whatever is given", () => {
        assertNeverOdd(fields, (args: EksEndpointShareArgs) => shareArgs.resolve("hub", args));
    });
});
