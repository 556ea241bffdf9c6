import { output } from "@pulumi/pulumi";
import fc from "fast-check";
import { EksEndpointConsumerArgs, EksEndpointShareArgs } from "../../../sdk/index";
import { resolveConsumerArgs } from "../../../sdk/sharing/resolveConsumerArgs";
import { resolveShareArgs } from "../../../sdk/sharing/resolveShareArgs";
import { connection } from "../../support/connection";
import { assertNeverOdd, group, odd, of, services, tags } from "../../support/generatedArgs";

const COMMON = {
    connection: of({}, connection(), output(connection()), { schemaVersion: 1 }),
    services,
    method: of("hostedZones", "profile", "__proto__"),
    region: of("eu-west-1", "us-gov-west-1", "cn-north-1", "us-iso-east-1", "eusc-de-east-1"),
    tags,
};

const CONSUMER = group({
    vpcId: of("vpc-1", "vpc-2", output("vpc-3")),
    accountId: of("111122223333", "444455556666", null),
    region: of("eu-west-1", "cn-north-1", output("eu-west-1")),
});
const CONSUMER_NAME = fc.oneof(fc.constantFrom("orders", "billing", "__proto__"), fc.string());

describe("resolveShareArgs with generated arguments", () => {
    const fields = {
        ...COMMON,
        ipAddressType: of("ipv4", "dualstack", "ipv6"),
        consumers: fc.oneof({ weight: 6, arbitrary: fc.dictionary(CONSUMER_NAME, CONSUMER) }, odd),
        principals: fc.oneof(
            fc.array(of("111122223333", "arn:aws:organizations::1:organization/o-1")),
            odd,
        ),
    };

    it("finds a plan or an error for whatever is given", () => {
        assertNeverOdd(fields, (args: EksEndpointShareArgs) => resolveShareArgs("hub", args));
    });
});

describe("resolveConsumerArgs with generated arguments", () => {
    const fields = { ...COMMON, vpcId: of("vpc-1", output("vpc-1")), verify: of(true, false) };

    it("finds a plan or an error for whatever is given", () => {
        assertNeverOdd(fields, (args: EksEndpointConsumerArgs) =>
            resolveConsumerArgs("spoke", args),
        );
    });
});
