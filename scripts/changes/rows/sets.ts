import { oneSet, placedIn, setOf } from "../programs";
import { DUAL, MORE, type Row, type SetArgs } from "../row";
import type { Program } from "../runStack";
import type { Ground } from "../scene";

const ONE_ACTION = { accountIds: ["111122223333"], actions: { eks: ["eks:DescribeCluster"] } };

/** Changes of a set. */
export const SETS: Row[] = [
    ofSet("first up", null, {}),
    ofSet("first up with two families", null, DUAL),
    ofSet("destroy", {}, null),
    ofSet("a service added", {}, { services: [...MORE] }),
    ofSet("a service removed", { services: [...MORE] }, {}),
    ofSet("eks added to a set of the others", { services: ["oidc-eks", "eks-auth"] }, {}),
    ofSet("eks removed", {}, { services: ["oidc-eks", "eks-auth"] }),
    ofSet("private DNS off", {}, { privateDnsEnabled: false }),
    ofSet("private DNS on", { privateDnsEnabled: false }, {}),
    ofSet("ipv4 to dualstack", {}, DUAL),
    ofSet("dualstack to ipv4", DUAL, {}),
    ofSet("policy narrowed", {}, { endpointPolicy: ONE_ACTION }),
    ofSet("policy widened", { endpointPolicy: ONE_ACTION }, {}),
    {
        title: "one set: a zone added",
        stack: "hub",
        prepare: (scene) => scene.up("hub", oneSet(scene)),
        program: (scene) => oneSet(scene, { subnetIds: scene.networks.hub.subnetIds }),
    },
    {
        title: "one set: a zone removed",
        stack: "hub",
        prepare: (scene) =>
            scene.up("hub", oneSet(scene, { subnetIds: scene.networks.hub.subnetIds })),
        program: (scene) => oneSet(scene),
    },
    {
        title: "one set: renamed with an alias",
        stack: "hub",
        prepare: (scene) => scene.up("hub", oneSet(scene)),
        program: (scene) => () => setOf(scene, {}, "private", { aliases: [{ name: "eks" }] }),
    },
    {
        title: "one set: its VPC changed",
        accepted:
            "Pulumi deletes an endpoint before it replaces it, which AWS asks for in one VPC, and replaces those below a name first",
        stack: "hub",
        prepare: (scene) => scene.up("hub", oneSet(scene)),
        program: (scene) => oneSet(scene, placedIn(scene.networks.own)),
    },
    {
        title: "two sets: a service moved",
        isRefused: true,
        stack: "hub",
        prepare: (scene) => scene.up("hub", twoSets(scene, "eks")),
        program: (scene) => twoSets(scene, "others"),
    },
];

/** One set, from some arguments to others; `null` is a set that is not there. */
function ofSet(title: string, before: SetArgs | null, after: SetArgs | null): Row {
    return {
        title: `one set: ${title}`,
        stack: "hub",
        prepare: async (scene) => {
            if (before !== null) {
                await scene.up("hub", oneSet(scene, before));
            }
        },
        program: (scene) => (after === null ? undefined : oneSet(scene, after)),
    };
}

/** Two sets in one VPC, of which one has EKS Auth. */
function twoSets(scene: Ground, withAuth: "eks" | "others"): Program {
    const [eks, others] =
        withAuth === "eks" ? [["eks-auth"] as const, []] : [[], ["eks-auth"] as const];
    return () => {
        setOf(scene, { services: ["eks", "oidc-eks", ...eks] });
        setOf(scene, { services: ["eks-proxy", ...others] }, "others");
        return {};
    };
}
