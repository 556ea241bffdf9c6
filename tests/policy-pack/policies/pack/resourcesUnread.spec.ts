import assert from "node:assert/strict";

import { resourcesUnread as policy } from "../../../../policy-pack/policies/pack/resourcesUnread";
import { judge } from "../../support/judge";
import {
    cloudControlEndpoint,
    cloudFormationStack,
    compliantStack,
    extensionEndpoint,
    REGION,
    stackResource,
    writeNative,
} from "../../support/resources";
import { later, type TestResource } from "../../support/testResource";

const ENDPOINT_TEMPLATE = "AWS::EC2::VPCEndpoint";

function unread(list: string): [string, string, string][] {
    return [
        [
            "advisory",
            "test-dev",
            `Stack "test-dev": no policy looks at ${list}; write the endpoints and what belongs to them with the aws provider, ` +
                "or review these by hand",
        ],
    ];
}

/** A resource that has only a type. */
function bare(type: string): TestResource {
    return { type, name: "bare", inputs: {}, computed: {} };
}

describe("resourcesUnread", () => {
    it("accepts a stack of the aws provider, and one of aws-native", async () => {
        assert.deepEqual(await judge(policy, compliantStack()), []);
        assert.deepEqual(await judge(policy, writeNative(compliantStack())), []);
    });

    for (const phase of ["preview", "update"] as const) {
        it(`counts what it cannot read, once for the stack (${phase})`, async () => {
            const resources = [
                stackResource(),
                cloudControlEndpoint(),
                cloudControlEndpoint({}, { name: "second" }),
                extensionEndpoint(),
                bare("aws-native:route53:RecordSet"),
                cloudFormationStack(ENDPOINT_TEMPLATE),
            ];
            assert.deepEqual(
                await judge(policy, resources, { phase }),
                unread(
                    "1 of aws:cloudformation/stack:Stack, 2 of aws:cloudcontrol/resource:Resource, " +
                        "1 of aws-native:index:ExtensionResource, 1 of aws-native:route53:RecordSet",
                ),
            );
        });
    }

    it("counts what decides over endpoints only where there is one", async () => {
        const group = cloudControlEndpoint({
            typeName: "AWS::EC2::SecurityGroup",
            desiredState: "{}",
        });
        const beside = [group, bare("aws-native:ram:ResourceShare")];
        assert.deepEqual(await judge(policy, [stackResource(), ...beside]), []);
        assert.deepEqual(
            await judge(policy, [...compliantStack(), ...beside]),
            unread("1 of aws:cloudcontrol/resource:Resource, 1 of aws-native:ram:ResourceShare"),
        );
    });

    it("counts clusters of any type", async () => {
        const cluster = cloudControlEndpoint({ typeName: "AWS::EKS::Cluster", desiredState: "{}" });
        assert.deepEqual(
            await judge(policy, [stackResource(), cluster]),
            unread("1 of aws:cloudcontrol/resource:Resource"),
        );
    });

    it("leaves endpoints of other services and templates without endpoints alone", async () => {
        const serviceName = `com.amazonaws.${REGION}.s3`;
        const resources = [
            stackResource(),
            cloudControlEndpoint({ desiredState: JSON.stringify({ ServiceName: serviceName }) }),
            extensionEndpoint({ properties: { ServiceName: serviceName } }),
            cloudFormationStack("AWS::SNS::Topic"),
        ];
        assert.deepEqual(await judge(policy, resources), []);
    });

    it("counts a template that is only named, and one that is an object", async () => {
        const linked = cloudFormationStack(ENDPOINT_TEMPLATE, {
            templateBody: undefined,
            templateUrl: "https://example.com/network.yaml",
        });
        const parsed = cloudFormationStack(ENDPOINT_TEMPLATE, {
            templateBody: { Resources: { One: { Type: ENDPOINT_TEMPLATE } } },
        });
        for (const stack of [linked, parsed]) {
            assert.deepEqual(
                await judge(policy, [stackResource(), stack]),
                unread("1 of aws:cloudformation/stack:Stack"),
            );
        }
    });

    for (const phase of ["preview", "update"] as const) {
        it(`does not guess at an unknown service or template (${phase})`, async () => {
            const templateBody = JSON.stringify({
                Resources: { One: { Type: ENDPOINT_TEMPLATE } },
            });
            const resources = [
                stackResource(),
                cloudControlEndpoint({ desiredState: later("{}") }),
                cloudFormationStack(ENDPOINT_TEMPLATE, { templateBody: later(templateBody) }),
            ];
            const unsure = (about: string, key: string): string =>
                `${about}: not judged yet: string value at .${key} can't be known during preview`;
            const notYet = [
                ["advisory", "template", unsure('Stack "template"', "templateBody")],
                ["advisory", "untyped", unsure('Resource "untyped"', "desiredState")],
            ];
            assert.deepEqual(
                await judge(policy, resources, { phase }),
                phase === "preview" ? notYet : unread("1 of aws:cloudformation/stack:Stack"),
            );
        });
    }
});
