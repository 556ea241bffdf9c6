import assert from "node:assert/strict";

import { policies } from "../../policy-pack/policies";
import { analyze } from "./support/analyzer";
import { accountPolicy, cluster, compliantStack, endpoint, REGION } from "./support/resources";
import { outputOf, type TestResource } from "./support/testResource";

interface Variant {
    /** Endpoints that the VPC has. Defaults to those that AWS names for such a cluster. */
    services?: string[];
    vpcConfig?: { [key: string]: unknown };
}

/**
 * A cluster that only its VPC reaches, in the subnets of EKS endpoints.
 * https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 */
function privateCluster({
    services = ["eks", "eks-auth", "oidc-eks"],
    vpcConfig = {},
}: Variant): TestResource[] {
    const stack = compliantStack();
    const { inputs = {}, type } = stack.find(({ name }) => name === "eks") ?? {};
    const auth = endpoint(
        {
            ...inputs,
            serviceName: `com.amazonaws.${REGION}.eks-auth`,
            policy: accountPolicy({ Action: "eks-auth:AssumeRoleForPodIdentity" }),
        },
        { name: "eks-auth" },
    );
    const subnets = stack.filter((resource) => resource.type === "aws:ec2/subnet:Subnet");
    const wanted = [...stack, auth].filter(
        (resource) => resource.type !== type || services.includes(resource.name),
    );
    return [...wanted, cluster({ subnetIds: subnets.map((each) => outputOf(each)), ...vpcConfig })];
}

/** What all policies say in preview, each as `policy level resource`. */
async function findingsOf(variant: Variant): Promise<string[]> {
    const { diagnostics } = await analyze({ policies, resources: privateCluster(variant) });
    return diagnostics
        .map(({ policy, level, resource }) => `${policy} ${level} ${resource}`)
        .sort();
}

describe("the policies on a private cluster beside endpoints", () => {
    it("have nothing against it", async () => {
        assert.deepEqual(await findingsOf({}), []);
    });

    it("advise about the endpoints that its nodes and pods miss, and a name that then is hidden", async () => {
        assert.deepEqual(await findingsOf({ services: ["eks"] }), [
            "cluster-endpoints-present advisory cluster",
            "shadowed-hosts-resolvable advisory eks",
        ]);
    });

    it("advise about endpoints that the VPC of eksctl's clusters never has", async () => {
        assert.deepEqual(await findingsOf({ services: [] }), [
            "cluster-endpoints-present advisory cluster",
        ]);
    });

    it("stop one whose nodes would leave the VPC to reach it, whatever endpoints there are", async () => {
        assert.deepEqual(await findingsOf({ vpcConfig: { endpointPrivateAccess: false } }), [
            "cluster-private-access mandatory cluster",
        ]);
    });

    it("ask nothing of the VPC of a cluster that is public too", async () => {
        assert.deepEqual(
            await findingsOf({ services: [], vpcConfig: { endpointPublicAccess: true } }),
            [],
        );
    });
});
