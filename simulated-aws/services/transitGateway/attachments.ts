import { AwsError } from "../../world/errors";
import type { TransitAttachment, TransitGateway } from "../../world/objects/routing";
import { all, get, put } from "../../world/objectsOf";
import type { Scope, World } from "../../world/types";
import { findVisible } from "../ram/shareable";

/** A transit gateway that an account may use: its own, or one that is shared with it. */
export function demandGateway(scope: Scope, id: string): TransitGateway {
    const found = findVisible(scope, "transitGateways", id);
    if (found === undefined) {
        throw new AwsError(
            "InvalidTransitGatewayID.NotFound",
            `Transit Gateway ${id} was deleted or does not exist.`,
        );
    }
    return found;
}

/** The attachments of a gateway. */
export function attachmentsOf(world: World, id: string): TransitAttachment[] {
    return all(world, "transitAttachments").filter(({ gatewayId }) => gatewayId === id);
}

/** Puts an attachment into the default tables of its gateway, as far as it has them and the switches say so. */
export function joinDefaultTables(
    world: World,
    { id, gatewayId }: TransitAttachment,
    { association, propagation }: { association: boolean; propagation: boolean },
): void {
    const gateway = get(world, "transitGateways", gatewayId);
    const forAssociation = get(world, "transitTables", gateway?.associationTableId ?? "");
    if (forAssociation !== undefined && association) {
        const associated = [...forAssociation.associated, id];
        put(world, "transitTables", { ...forAssociation, associated });
    }
    const forPropagation = get(world, "transitTables", gateway?.propagationTableId ?? "");
    if (forPropagation !== undefined && propagation) {
        const propagating = [...forPropagation.propagating, id];
        put(world, "transitTables", { ...forPropagation, propagating });
    }
}

/** Takes an attachment out of every table. */
export function leaveTables(world: World, attachmentId: string): void {
    for (const table of all(world, "transitTables")) {
        const others = (ids: string[]) => ids.filter((id) => id !== attachmentId);
        if (table.associated.includes(attachmentId) || table.propagating.includes(attachmentId)) {
            const associated = others(table.associated);
            const propagating = others(table.propagating);
            put(world, "transitTables", { ...table, associated, propagating });
        }
    }
}
