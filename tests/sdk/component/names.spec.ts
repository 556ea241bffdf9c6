import assert from "node:assert/strict";

import { runtime } from "@pulumi/pulumi";

import { consumerArgs } from "../../../sdk/consumer/argsRules";
import { setArgs } from "../../../sdk/endpoint-set/argsRules";
import { FlowLogDestination } from "../../../sdk/index";
import { inboundDnsArgs } from "../../../sdk/on-premises/argsRules";
import { shareArgs } from "../../../sdk/share/argsRules";
import { connection } from "../../support/connection";

const NETWORK = { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"] };
const HUB = { connection: connection() };
const OWN_GROUP = { securityGroupIds: ["sg-1"] };
const FIREHOSE = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/logs";
const GROUP = "arn:aws:logs:eu-central-1:111122223333:log-group:logs";

/** Components with arguments, and the longest name for which AWS takes the names of what they create. */
const LONGEST: [
    title: string,
    check: (name: string) => { path: string }[],
    longest: number | undefined,
][] = [
    ["a set", ofSet({}), 42],
    ["a set that logs to a group of the user's", ofSet({ destinationArn: GROUP }), 42],
    ["a set that logs to a bucket", ofSet({ destination: FlowLogDestination.S3 }), 39],
    [
        "a set that logs to a bucket of the user's",
        ofSet({ destination: FlowLogDestination.S3, destinationArn: "arn:aws:s3:::logs" }),
        239,
    ],
    [
        "a set that logs to a stream",
        ofSet({ destination: FlowLogDestination.KinesisDataFirehose, destinationArn: FIREHOSE }),
        239,
    ],
    ["a set without a flow log", ofSet({ enabled: false }), 239],
    ["a set with a flow log that is there", ofSet({ existingFlowLogId: "fl-1" }), 239],
    ["a set with nothing that is named", ofSet({ enabled: false }, OWN_GROUP), undefined],
    [
        "an inbound endpoint",
        (name) =>
            inboundDnsArgs.check(
                { ...NETWORK, ...HUB, ingress: { cidrBlocks: ["10.0.0.0/8"] } },
                name,
            ),
        47,
    ],
    ["a share by zones", (name) => shareArgs.check(HUB, name), undefined],
    [
        "a share by a profile",
        (name) =>
            shareArgs.check({ ...HUB, method: "profile", principals: ["222233334444"] }, name),
        48,
    ],
    [
        "a consumer of zones",
        (name) => consumerArgs.check({ ...HUB, vpcId: "vpc-1" }, name),
        undefined,
    ],
    [
        "a consumer of a profile",
        (name) => consumerArgs.check({ ...HUB, vpcId: "vpc-1", method: "profile" }, name),
        48,
    ],
];

describe("the name of a component", () => {
    for (const [title, check, longest] of LONGEST) {
        it(`may have ${longest ?? "any number of"} characters for ${title}`, () => {
            assert.deepEqual(check("a".repeat(longest ?? 1000)), []);
            if (longest !== undefined) {
                assert.deepEqual(
                    check("a".repeat(longest + 1)).map(({ path }) => path),
                    ["name"],
                );
            }
        });
    }

    it("is judged with the arguments, and for what they make", () => {
        assert.throws(() => setArgs.resolve("my eks", { ...NETWORK, vpcId: "x" }), {
            message:
                /^EksEndpointSet "my eks" has 2 problems in its arguments:\n {2}- name: "my eks" becomes part/,
        });
    });

    it("is not judged where an argument that decides what it names is wrong in form", () => {
        const wrong = setArgs.check({ ...NETWORK, flowLogs: { enabled: "no" } }, "a".repeat(50));
        assert.deepEqual(
            wrong.map(({ path }) => path),
            ["flowLogs.enabled"],
        );
    });

    it("is left to the stack's own auto-naming", () => {
        runtime.setAllConfig({ "pulumi:autonaming": '{"mode":"verbatim"}' });
        try {
            assert.deepEqual(ofSet({})("a".repeat(50)), []);
        } finally {
            runtime.setAllConfig({});
        }
    });
});

function ofSet(flowLogs: object, more: object = {}): (name: string) => { path: string }[] {
    return (name) => setArgs.check({ ...NETWORK, flowLogs, ...more }, name);
}
