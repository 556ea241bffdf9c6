import { output } from "@pulumi/pulumi";
import fc from "fast-check";

import type { EksInboundDnsArgs } from "../../../sdk/index";
import { inboundDnsArgs } from "../../../sdk/on-premises/argsRules";
import { connection } from "../../support/connection";
import { assertNeverOdd, group, odd, of, tags, texts } from "../../support/generatedArgs";

const RANGES = fc.oneof(
    fc.constantFrom(["10.0.0.0/8"], ["2001:db8::/56"], ["0.0.0.0/0"], output(["later"])),
    texts,
    odd,
);

const FIELDS = {
    vpcId: of("vpc-1", output("vpc-1")),
    subnetIds: fc.oneof(fc.constant(["a", "b"]), texts, odd),
    connection: of(connection(), output(connection())),
    ingress: group({ cidrBlocks: RANGES, ipv6CidrBlocks: RANGES }),
    ipAddressType: of("ipv4", "dualstack", "ipv6"),
    region: of("eu-west-1", output("eu-west-1")),
    verify: of(true, false),
    tags,
};

describe("resolveArgs of EksInboundDns with generated arguments", () => {
    it("finds a plan or an error for whatever is given", () => {
        assertNeverOdd(FIELDS, (args: EksInboundDnsArgs) => inboundDnsArgs.resolve("dns", args));
    });
});
