import { type Properties, read } from "../../model/values";
import { AwsError } from "../../world/errors";
import type { Cluster } from "../../world/objects/eks";
import type { Scope } from "../../world/types";
import { membersOf } from "./members";

/** Modes in the order in which a cluster may move through them, never back. https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html */
const MODES = ["CONFIG_MAP", "API_AND_CONFIG_MAP", "API"];

function modeOf(settings: Properties): string {
    return read(read(settings).record("accessConfig")).text("authenticationMode", "CONFIG_MAP");
}

/** Without the API, only the creator could let anybody in. */
export function demandWayIn(settings: Properties): void {
    const isAdmin = read(read(settings).record("accessConfig")).flag(
        "bootstrapClusterCreatorAdminPermissions",
        true,
    );
    if (modeOf(settings) === "CONFIG_MAP" && !isAdmin) {
        throw new AwsError(
            "InvalidParameterException",
            "bootstrapClusterCreatorAdminPermissions must be true if cluster authentication mode is " +
                "set to CONFIG_MAP",
        );
    }
}

/** Refuses a step back, and a step over another one. The wording is simulated. */
export function demandModeChange(found: Cluster, next: Properties): void {
    const [from, to] = [modeOf(found.settings as Properties), modeOf(next)];
    const step = MODES.indexOf(to) - MODES.indexOf(from);
    if (step !== 0 && step !== 1) {
        throw new AwsError(
            "InvalidParameterException",
            `Unsupported authentication mode update from ${from} to ${to}`,
        );
    }
}

/** A cluster stays while nodes are in it. */
export function demandUnused(scope: Scope, cluster: Cluster): void {
    const kinds = [
        ["nodeGroups", "nodegroups"],
        ["fargateProfiles", "Fargate profiles"],
    ] as const;
    for (const [kind, what] of kinds) {
        if (membersOf(scope, kind, cluster).length > 0) {
            throw new AwsError("ResourceInUseException", `Cluster has ${what} attached`);
        }
    }
}
