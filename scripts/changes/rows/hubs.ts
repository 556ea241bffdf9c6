import { hub, type HubOptions, oneSet, placedIn } from "../programs";
import { DUAL, MORE, type Row, type SetArgs, SHARE_DESTROYED, SHARE_REMOVED } from "../row";
import { joinSpoke } from "./consumers";

const AUTH_ALONE = { services: ["eks-auth"] } satisfies SetArgs;
const PROFILE: HubOptions = { share: { method: "profile" } };

/** Changes of a hub. */
export const HUBS: Row[] = [
    ofHub("first up", null, {}),
    ofHub("first up with a profile", null, PROFILE),
    { ...ofHub("destroy", {}, null, false), ...SHARE_DESTROYED },
    { ...ofHub("destroy with a profile", PROFILE, null, false), ...SHARE_DESTROYED },
    {
        title: "hub: its share removed",
        ...SHARE_REMOVED,
        stack: "hub",
        prepare: (scene) => scene.up("hub", hub(scene)),
        program: (scene) => oneSet(scene, { privateDnsEnabled: false }),
    },
    ofHub("a service added", {}, { set: { services: [...MORE] } }),
    ofHub("a service added with a profile", PROFILE, { ...PROFILE, set: { services: [...MORE] } }),
    ofHub("a service removed", { set: { services: [...MORE] } }, {}),
    ofHub(
        "a service removed with a profile",
        { ...PROFILE, set: { services: [...MORE] } },
        PROFILE,
    ),
    ofHub("eks and the issuer added with a profile", { ...PROFILE, set: AUTH_ALONE }, PROFILE),
    ofHub("eks and the issuer removed with a profile", PROFILE, { ...PROFILE, set: AUTH_ALONE }),
    ofHub("a consumer added", { consumers: ["spoke"] }, {}),
    ofHub("a consumer removed", {}, { consumers: ["spoke"] }),
    ofHub("ipv4 to dualstack", {}, { set: DUAL }),
    ofHub("hosted zones to profile", {}, PROFILE),
    {
        title: "one set becomes a hub",
        stack: "hub",
        prepare: (scene) => scene.up("hub", oneSet(scene)),
        program: (scene) => hub(scene),
    },
    {
        title: "a hub becomes one set",
        isRefused: true,
        stack: "hub",
        prepare: (scene) => scene.up("hub", hub(scene)),
        program: (scene) => oneSet(scene),
    },
    {
        title: "hub: its VPC changed",
        stack: "hub",
        prepare: (scene) => scene.up("hub", hub(scene, { consumers: ["spoke"] })),
        program: (scene) => hub(scene, { set: placedIn(scene.networks.own), consumers: ["spoke"] }),
    },
];

/** A hub, with its consumer in the other account where `method` says how. */
function ofHub(
    title: string,
    before: HubOptions | null,
    after: HubOptions | null,
    isJoined = true,
): Row {
    return {
        title: `hub: ${title}`,
        stack: "hub",
        prepare: async (scene) => {
            if (before !== null) {
                await scene.up("hub", hub(scene, before));
                if (isJoined) {
                    await joinSpoke(scene, before);
                }
            }
        },
        program: (scene) => (after === null ? undefined : hub(scene, after)),
    };
}
