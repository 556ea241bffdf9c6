import type { ShareConsumer } from "../../../sdk/index";
import type { World } from "../../../simulated-aws/index";
import { consumer, hub, type HubOptions, oneSet } from "../../changes/programs";
import { ACCOUNTS, Scene } from "../../changes/scene";
import type { Step } from "../../changes/step";
import type { TimedCall } from "./criticalPath";
import * as terraform from "./terraform";

/** The calls of one stack's update, and AWS before it. */
export interface Planned {
    steps: Step[];
    before: World;
}

/** A change whose critical path is computed. */
export interface MeasuredChange {
    title: string;
    /** The updates of it, one after the other. */
    plan(): Promise<Planned[]>;
    /** The same with the most used Terraform module, update by update. */
    terraform: TimedCall[][];
}

/** The programs of `scripts/changes` have no flow log, because no name depends on it; a first update has to make one. */
const WITH_LOG = { flowLogs: undefined };

const ONE_ACTION = { accountIds: ["111122223333"], actions: { eks: ["eks:DescribeCluster"] } };

/** A first `up`, a consumer more and a change in place. */
export const CHANGES: MeasuredChange[] = [
    {
        title: "first up of a set",
        plan: async () => {
            const scene = await Scene.create();
            return [await planOf(scene, "hub", oneSet(scene, WITH_LOG))];
        },
        terraform: [terraform.SET],
    },
    {
        title: "first up of a hub with a consumer of its own account and one of another",
        plan: async () => {
            const scene = await Scene.create();
            return [await planOf(scene, "hub", hub(scene, { set: WITH_LOG }))];
        },
        terraform: [terraform.HUB],
    },
    {
        title: "a consumer of its own account added to a hub of 50",
        plan: async () => {
            const scene = await Scene.create();
            await scene.up("hub", hub(scene, ofMany(scene, [])));
            return [await planOf(scene, "hub", hub(scene, ofMany(scene, ["own"])))];
        },
        terraform: [terraform.OWN_CONSUMER],
    },
    {
        title: "a consumer of another account added to a hub of 50, and its own stack",
        plan: async () => {
            const scene = await Scene.create();
            await scene.up("hub", hub(scene, ofMany(scene, [])));
            const authorised = hub(scene, ofMany(scene, ["spoke"]));
            const first = await planOf(scene, "hub", authorised);
            await scene.up("hub", authorised);
            return [first, await planOf(scene, "spoke", await consumer(scene))];
        },
        terraform: [terraform.AUTHORISATION, terraform.OWN_CONSUMER],
    },
    {
        title: "a policy narrowed",
        plan: async () => {
            const scene = await Scene.create();
            await scene.up("hub", oneSet(scene));
            return [await planOf(scene, "hub", oneSet(scene, { endpointPolicy: ONE_ACTION }))];
        },
        terraform: [terraform.POLICY],
    },
];

async function planOf(
    scene: Scene,
    stack: "hub" | "spoke",
    program: Parameters<Scene["plan"]>[1],
): Promise<Planned> {
    const before = scene.world;
    const { steps, refused } = await scene.plan(stack, program);
    if (refused.length > 0) {
        throw new Error(refused.join("; "));
    }
    return { steps, before };
}

/** A hub of fifty consumers in other accounts, and the named ones of the scene. */
function ofMany({ networks }: Scene, added: ("own" | "spoke")[]): HubOptions {
    const consumers: { [name: string]: ShareConsumer } = {};
    for (let i = 0; i < 50; i++) {
        const vpcId = `vpc-${String(i).padStart(17, "0")}`;
        consumers[`c${i}`] = { vpcId, accountId: ACCOUNTS.spoke };
    }
    for (const name of added) {
        const { vpcId } = networks[name];
        consumers[name] = name === "spoke" ? { vpcId, accountId: ACCOUNTS.spoke } : { vpcId };
    }
    return { share: { consumers } };
}
