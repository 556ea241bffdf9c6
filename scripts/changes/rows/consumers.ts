import { consumer, hub, type HubOptions } from "../programs";
import type { Row } from "../row";
import type { Ground } from "../scene";

const PROFILE: HubOptions = { share: { method: "profile" } };

/** Changes of a consumer in the other account. */
export const CONSUMERS: Row[] = [
    ofConsumer("first up", {}, "up"),
    ofConsumer("first up with a profile", PROFILE, "up"),
    ofConsumer("destroy", {}, "destroy"),
    ofConsumer("destroy with a profile", PROFILE, "destroy"),
    {
        title: "consumer: hosted zones to profile",
        stack: "spoke",
        prepare: async (scene) => {
            await scene.up("hub", hub(scene));
            await joinSpoke(scene, {});
            await scene.up("hub", hub(scene, PROFILE));
        },
        program: (scene) => consumer(scene, { method: "profile" }),
    },
];

function ofConsumer(title: string, options: HubOptions, after: "up" | "destroy"): Row {
    return {
        title: `consumer: ${title}`,
        stack: "spoke",
        prepare: async (scene) => {
            await scene.up("hub", hub(scene, options));
            if (after === "destroy") {
                await joinSpoke(scene, options);
            }
        },
        program: (scene) => (after === "destroy" ? undefined : consumer(scene, argsOf(options))),
    };
}

/** Deploys the consumer of the other account. */
export async function joinSpoke(scene: Ground, options: HubOptions): Promise<void> {
    await scene.up("spoke", await consumer(scene, argsOf(options)));
}

function argsOf({ set, share }: HubOptions) {
    return { method: share?.method, services: set?.services };
}
