import { output } from "@pulumi/pulumi";
import fc from "fast-check";

import type { EksEndpointSetArgs } from "../../../sdk/endpoint-set/args";
import { setArgs } from "../../../sdk/endpoint-set/argsRules";
import {
    assertNeverOdd,
    group,
    odd,
    of,
    service,
    services,
    tags,
    texts,
} from "../../support/generatedArgs";

const OPEN =
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}';

const FIELDS = {
    vpcId: of("vpc-1", output("vpc-1")),
    subnetIds: fc.oneof(fc.constant(["a", "b"]), texts, odd),
    services,
    ipAddressType: of("ipv4", "dualstack", "ipv6"),
    dnsRecordIpType: of("ipv4", "dualstack", "ipv6", "service-defined"),
    privateDnsEnabled: of(true, false),
    subnetSelection: of("exact", "supportedZones"),
    endpointPolicy: group({
        organizationIds: fc.oneof(fc.constant(["o-a1b2c3d4e5"]), texts),
        organizationPaths: texts,
        accountIds: fc.oneof(fc.constant(["111122223333"]), texts),
        actions: fc.dictionary(service, texts),
    }),
    policyDocuments: fc.dictionary(
        service,
        fc.oneof(fc.string(), fc.json(), fc.constant(OPEN), odd),
    ),
    ingress: group({
        cidrBlocks: fc.oneof(fc.constant(["10.0.0.0/8"]), texts),
        ipv6CidrBlocks: texts,
        sourceSecurityGroupIds: texts,
        prefixListIds: texts,
    }),
    securityGroupIds: fc.option(texts),
    flowLogs: group({
        enabled: of(true, false),
        destination: of("s3", "cloud-watch-logs", "kinesis-data-firehose"),
        destinationArn: of("arn:aws:s3:::logs", output("later")),
        retentionInDays: fc.oneof(fc.integer(), fc.double(), odd),
        maxAggregationInterval: of(60, 600),
        logFormat: of("${srcaddr}"),
    }),
    serviceNames: fc.dictionary(service, fc.oneof(fc.string(), odd)),
    region: of("eu-west-1"),
    verify: of(true, false),
    tags,
};

describe("resolveArgs with generated arguments", () => {
    it("finds a plan or an error for whatever is given", () => {
        assertNeverOdd(FIELDS, (args: EksEndpointSetArgs) => setArgs.resolve("eks", args));
    });
});
