import * as proto from "@pulumi/pulumi/proto/provider_pb";

import type { Diff, Difference } from "../model/diff";
import type { CheckFailure } from "../model/resource";

/** A failed check as the engine takes it. */
export function checkFailure({ property, reason }: CheckFailure): proto.CheckFailure {
    return new proto.CheckFailure().setProperty(property).setReason(reason);
}

/** A comparison as the engine takes it, with every path that differs. */
export function diffResponse(found: Diff): proto.DiffResponse {
    const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
    const response = new proto.DiffResponse()
        .setChanges(found.differences.length === 0 ? DIFF_NONE : DIFF_SOME)
        .setDiffsList(found.changed)
        .setReplacesList(found.replaces)
        .setDeletebeforereplace(found.deleteBeforeReplace)
        .setHasdetaileddiff(true);
    for (const difference of found.differences) {
        response
            .getDetaileddiffMap()
            .set(difference.path, new proto.PropertyDiff().setKind(kindOf(difference)));
    }
    return response;
}

function kindOf({ kind, replaces }: Difference): proto.PropertyDiff.Kind {
    const { Kind } = proto.PropertyDiff;
    switch (kind) {
        case "add":
            return replaces ? Kind.ADD_REPLACE : Kind.ADD;
        case "delete":
            return replaces ? Kind.DELETE_REPLACE : Kind.DELETE;
        case "update":
            return replaces ? Kind.UPDATE_REPLACE : Kind.UPDATE;
    }
}
