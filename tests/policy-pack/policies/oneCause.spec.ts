import assert from "node:assert/strict";

import { policies } from "../../../policy-pack/policies";
import { analyze } from "../support/analyzer";
import { compliantStack, endpoint, REGION, securityGroup } from "../support/resources";
import { later, outputOf, type TestResource } from "../support/testResource";

/** The compliant stack with three endpoints, all with these inputs. */
function threeEndpoints(
    given: { [property: string]: unknown },
    ...more: TestResource[]
): TestResource[] {
    const stack = compliantStack();
    const { inputs = {} } = stack.find(({ name }) => name === "eks") ?? {};
    const auth = endpoint(
        { ...inputs, serviceName: `com.amazonaws.${REGION}.eks-auth` },
        { name: "eks-auth" },
    );
    const resources = [...stack, auth, ...more];
    for (const { type, inputs } of resources) {
        if (type === auth.type) {
            Object.assign(inputs, given);
        }
    }
    return resources;
}

/** What all policies say, whatever their level. */
async function judgeAll(resources: TestResource[]): Promise<string[]> {
    const { diagnostics } = await analyze({ policies, resources });
    return diagnostics.map(({ policy, message }) => `${policy}: ${message.split("\n")[1]}`);
}

describe("a cause that many policies meet", () => {
    it("is said in one line when preview does not know the group of three endpoints", async () => {
        const said = await judgeAll(threeEndpoints({ securityGroupIds: [later("sg-0123")] }));
        assert.deepEqual(
            said.filter((line) => line.includes("securityGroupIds")),
            [
                'endpoint-security-group-required: VpcEndpoint "eks", VpcEndpoint "oidc-eks", VpcEndpoint "eks-auth": ' +
                    "not judged yet: string value at .securityGroupIds.0 can't be known during preview",
            ],
        );
    });

    it("is said in one line when preview does not know the rules of their group", async () => {
        const unread = securityGroup({ ingress: later([]) }, { name: "unread" });
        const said = await judgeAll(
            threeEndpoints({ securityGroupIds: [outputOf(unread)] }, unread),
        );
        assert.deepEqual(
            said.filter((line) => line.includes("not judged yet")),
            [
                'endpoint-ingress-https-only: SecurityGroup "unread": not judged yet: ' +
                    "string value at .ingress can't be known during preview",
            ],
        );
    });

    it("is said by endpoint-policy-required alone when three endpoints have no policy", async () => {
        const said = await judgeAll(threeEndpoints({ policy: undefined }));
        const policiesThatSpoke = said.map((line) => line.split(":")[0]);
        assert.deepEqual(new Set(policiesThatSpoke), new Set(["endpoint-policy-required"]));
    });

    it("is said by the next policy where the first is disabled", async () => {
        const resources = threeEndpoints({ securityGroupIds: [later("sg-0123")] });
        const config = { "endpoint-security-group-required": { enforcementLevel: "disabled" } };
        const { diagnostics } = await analyze({ policies, resources, config });
        const about = diagnostics.filter(({ message }) => message.includes("securityGroupIds"));
        assert.deepEqual(
            about.map(({ policy }) => policy),
            ["endpoint-ingress-https-only"],
        );
    });
});
