import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";

import type { KnownResource, StackState } from "./stackState";

/** Other URNs under which the engine looks for a resource: its own aliases, and those that it has from its parent. */
export function formerNames(
    request: RegisterResourceRequest,
    urn: string,
    ofParents: Map<string, string[]>,
): string[] {
    const parent = request.getParent();
    const own = request
        .getAliasesList()
        .map((alias) => urnOf(alias, request, urn))
        .filter((urn) => urn !== undefined);
    const inherited = (ofParents.get(parent) ?? []).map((former) =>
        urnWith(urn, former, request.getType(), inheritedName(request.getName(), parent, former)),
    );
    return [...own, ...inherited];
}

/** The former resource of a URN or of one of its aliases. */
export function findFormer(
    former: StackState,
    urn: string,
    aliases: string[],
): KnownResource | undefined {
    return [urn, ...aliases].map((each) => former.get(each)).find((each) => each !== undefined);
}

/** Children whose names begin with the name of their parent are taken to have begun with its former one. */
function inheritedName(name: string, parent: string, former: string): string {
    const [now, before] = [nameOf(parent), nameOf(former)];
    return name.startsWith(now) ? `${before}${name.slice(now.length)}` : name;
}

function urnOf(alias: Alias, request: RegisterResourceRequest, urn: string): string | undefined {
    const spec = alias.getSpec();
    if (spec === undefined) {
        return alias.getUrn();
    }
    const type = spec.getType() || request.getType();
    const name = spec.getName() || request.getName();
    const parent = spec.getNoparent() ? "" : spec.getParenturn() || request.getParent();
    return urnWith(urn, parent, type, name);
}

/** Another URN of the same stack, as the mocks of the SDK make them. */
function urnWith(urn: string, parent: string, type: string, name: string): string {
    const parentType = parent.split("::")[2]?.split("$").at(-1);
    const qualified = parentType === undefined ? type : `${parentType}$${type}`;
    return [...urn.split("::").slice(0, 2), qualified, name].join("::");
}

function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? "";
}
