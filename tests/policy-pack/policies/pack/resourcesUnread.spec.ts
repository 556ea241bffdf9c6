import assert from "node:assert/strict";

import { resourcesUnread as policy } from "../../../../policy-pack/policies/pack/resourcesUnread";
import { judge } from "../../support/judge";
import {
    cloudFormationStack,
    compliantStack,
    nativeEndpoint,
    stackResource,
} from "../../support/resources";
import { later } from "../../support/testResource";

const ENDPOINT_TEMPLATE = "AWS::EC2::VPCEndpoint";

function unread(list: string): [string, string, string][] {
    return [
        [
            "advisory",
            "test-dev",
            `Stack "test-dev": no policy looks at ${list}; this pack reads resources of the aws provider only, ` +
                "so write the endpoints with it, or review these by hand",
        ],
    ];
}

describe("resourcesUnread", () => {
    it("accepts a stack of the aws provider", async () => {
        assert.deepEqual(await judge(policy, compliantStack()), []);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`counts what it cannot read, once for the stack (${phase})`, async () => {
            const resources = [
                stackResource(),
                nativeEndpoint(),
                nativeEndpoint({}, { name: "second" }),
                { ...nativeEndpoint({}, { name: "group" }), type: "aws-native:ec2:SecurityGroup" },
                cloudFormationStack(ENDPOINT_TEMPLATE),
            ];
            assert.deepEqual(
                await judge(policy, resources, { phase }),
                unread(
                    "2 of aws-native:ec2:VpcEndpoint, 1 of aws-native:ec2:SecurityGroup, " +
                        "1 of aws:cloudformation/stack:Stack",
                ),
            );
        });
    }

    it("leaves groups alone in a stack without EKS", async () => {
        const group = { ...nativeEndpoint(), type: "aws-native:ec2:SecurityGroup" };
        assert.deepEqual(await judge(policy, [stackResource(), group]), []);
        assert.deepEqual(
            await judge(policy, [...compliantStack(), group]),
            unread("1 of aws-native:ec2:SecurityGroup"),
        );
    });

    it("leaves endpoints of other services and templates without endpoints alone", async () => {
        const resources = [
            stackResource(),
            nativeEndpoint({ serviceName: "com.amazonaws.eu-central-1.s3" }),
            cloudFormationStack("AWS::SNS::Topic"),
        ];
        assert.deepEqual(await judge(policy, resources), []);
    });

    it("counts a template that is only named", async () => {
        const linked = cloudFormationStack(ENDPOINT_TEMPLATE, {
            templateBody: undefined,
            templateUrl: "https://example.com/network.yaml",
        });
        assert.deepEqual(
            await judge(policy, [stackResource(), linked]),
            unread("1 of aws:cloudformation/stack:Stack"),
        );
    });

    it("does not guess at an unknown service or template", async () => {
        const resources = [
            stackResource(),
            nativeEndpoint({ serviceName: later("com.amazonaws.eu-central-1.eks") }),
            cloudFormationStack(ENDPOINT_TEMPLATE, { templateBody: later("{}") }),
        ];
        const unsure = (about: string, key: string): string =>
            `${about}: not judged yet: string value at .${key} can't be known during preview`;
        assert.deepEqual(await judge(policy, resources), [
            ["advisory", "native", unsure('VpcEndpoint "native"', "serviceName")],
            ["advisory", "template", unsure('Stack "template"', "templateBody")],
        ]);
    });
});
