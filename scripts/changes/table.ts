import { consumer, hub, type HubOptions, oneSet, placedIn, setOf } from "./programs";
import type { Forgets } from "./registrar";
import type { Program } from "./runStack";
import { type Ground, type Outcome, Scene, type StackName } from "./scene";

/** A change of a stack. */
export interface Row {
    title: string;
    stack: StackName;
    /** What is lost without need of AWS, and why that is taken; the preview has to say it all the same. */
    accepted?: string;
    /** Sentence of sdk/README.md that says what is lost where no program runs that could say it. */
    documented?: string;
    /** Brings about what is there before. */
    prepare(scene: Ground): Promise<void>;
    /** The program afterwards; undefined for a destroy. */
    program(scene: Ground): Program | undefined | Promise<Program | undefined>;
}

type SetArgs = Parameters<typeof oneSet>[1];

const MORE = ["eks", "eks-auth", "oidc-eks", "eks-proxy"] as const;
const AUTH_ALONE = { services: ["eks-auth"] } satisfies SetArgs;
const DUAL = { ipAddressType: "dualstack" } as const;
const ONE_ACTION = { accountIds: ["111122223333"], actions: { eks: ["eks:DescribeCluster"] } };

/** What nobody is left to say. */
const DESTROYED = {
    documented:
        "Destroying an EksEndpointShare, or taking it out of a program, leaves its host names without an answer for about a " +
        "minute in the hub's VPC, because AWS deletes no zone before its records.",
};

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
                    await join(scene, before);
                }
            }
        },
        program: (scene) => (after === null ? undefined : hub(scene, after)),
    };
}

function ofConsumer(title: string, options: HubOptions, after: "up" | "destroy"): Row {
    return {
        title: `consumer: ${title}`,
        stack: "spoke",
        prepare: async (scene) => {
            await scene.up("hub", hub(scene, options));
            if (after === "destroy") {
                await join(scene, options);
            }
        },
        program: (scene) => (after === "destroy" ? undefined : consumer(scene, argsOf(options))),
    };
}

async function join(scene: Ground, options: HubOptions): Promise<void> {
    await scene.up("spoke", await consumer(scene, argsOf(options)));
}

function argsOf({ set, share }: HubOptions) {
    return { method: share?.method, services: set?.services };
}

const PROFILE: HubOptions = { share: { method: "profile" } };

/** What the checker is asked about. */
export const TABLE: Row[] = [
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
        stack: "hub",
        prepare: (scene) => scene.up("hub", twoSets(scene, "eks")),
        program: (scene) => twoSets(scene, "others"),
    },
    ofHub("first up", null, {}),
    ofHub("first up with a profile", null, PROFILE),
    { ...ofHub("destroy", {}, null, false), ...DESTROYED },
    { ...ofHub("destroy with a profile", PROFILE, null, false), ...DESTROYED },
    {
        title: "hub: its share removed",
        ...DESTROYED,
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
    ofConsumer("first up", {}, "up"),
    ofConsumer("first up with a profile", PROFILE, "up"),
    ofConsumer("destroy", {}, "destroy"),
    ofConsumer("destroy with a profile", PROFILE, "destroy"),
    {
        title: "consumer: hosted zones to profile",
        stack: "spoke",
        prepare: async (scene) => {
            await scene.up("hub", hub(scene));
            await join(scene, {});
            await scene.up("hub", hub(scene, PROFILE));
        },
        program: (scene) => consumer(scene, { method: "profile" }),
    },
    {
        title: "one set becomes a hub",
        stack: "hub",
        prepare: (scene) => scene.up("hub", oneSet(scene)),
        program: (scene) => hub(scene),
    },
    {
        title: "a hub becomes one set",
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

/** What becomes of a change; `forgets` as of a scene. */
export async function judgeRow(row: Row, forgets?: Forgets): Promise<Outcome> {
    const scene = await Scene.create(forgets);
    await row.prepare(scene);
    return scene.judge(row.stack, await row.program(scene));
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
