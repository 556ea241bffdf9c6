import { hub, oneSet, setOf, shareOf } from "../programs";
import type { Row } from "../row";

/** Moves between two stacks. The preview of the first try refuses it, and says what is to be done and what is lost meanwhile. */
export const MOVES: Row[] = [
    {
        title: "two stacks: a service moved",
        stack: "other",
        isRefused: true,
        prepare: async (scene) => {
            await scene.up("hub", oneSet(scene));
            await scene.up("other", () => setOf(scene, { services: ["eks-proxy"] }, "others"));
        },
        program: (scene) => () => setOf(scene, { services: ["eks-proxy", "eks-auth"] }, "others"),
        later: [
            { stack: "hub", program: (scene) => oneSet(scene, { services: ["eks", "oidc-eks"] }) },
            {
                stack: "other",
                program: (scene) => () =>
                    setOf(scene, { services: ["eks-proxy", "eks-auth"] }, "others"),
            },
        ],
    },
    {
        title: "two stacks: a set moved",
        stack: "other",
        isRefused: true,
        prepare: (scene) => scene.up("hub", oneSet(scene)),
        program: oneSet,
        later: [
            { stack: "other", program: (scene) => oneSet(scene, { privateDnsEnabled: false }) },
            { stack: "hub", program: () => undefined },
            { stack: "other", program: oneSet },
        ],
    },
    {
        title: "two stacks: a share moved",
        stack: "other",
        isRefused: true,
        prepare: (scene) => scene.up("hub", hub(scene)),
        program: shareOf,
        later: [
            { stack: "hub", program: (scene) => oneSet(scene, { privateDnsEnabled: false }) },
            { stack: "other", program: shareOf },
        ],
    },
];
