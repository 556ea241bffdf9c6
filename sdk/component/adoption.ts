import { getStack } from "@pulumi/pulumi";

import { whenKnown } from "../checks/sdkInternals";
import type { LastState } from "../lookups/ownStack";
import type { ChildScope } from "./scope";

/** A child that AWS has and the stack's last state has not. */
export interface Stray {
    /** Type of the child. */
    type: string;
    /** Name of the child. */
    child: string;
    /** ID by which it is imported. */
    id: string;
}

/** What is not asked again on the way, and what an import would leave behind otherwise. */
const QUIETLY = "--protect=false --generate-code=false --yes";

/** Where an import puts a stray. */
export interface Adopter {
    parentUrn: string;
    /** URN of a provider that a program has made. Defaults to the stack's own. */
    providerUrn?: string;
    stack: string;
}

/** The command that makes a stray what it was to be. */
export function importCommand(
    { type, child, id }: Stray,
    { parentUrn, providerUrn, stack }: Adopter,
): string {
    const flag = (name: string, urn: string): string =>
        `--${name} ${quoted(`${nameIn(urn)}=${urn}`)}`;
    return [
        `pulumi import ${type} ${quoted(child)} ${quoted(id)}`,
        flag("parent", parentUrn),
        ...(providerUrn === undefined ? [] : [flag("provider", providerUrn)]),
        `--stack ${stack} ${QUIETLY}`,
    ].join(" ");
}

/** The commands, each on a line of its own, that make strays what they were to be: children of the component. */
export async function adoptCommand(
    strays: Stray[],
    { name, parent }: ChildScope,
    last: LastState,
): Promise<string> {
    const parentUrn = (await whenKnown(parent.urn)) ?? "";
    const stack = getStack();
    if (parentUrn in last) {
        const providerUrn = await explicitProvider(strays, parent);
        const adopter = { parentUrn, providerUrn, stack };
        return strays.map((stray) => `\n    ${importCommand(stray, adopter)}`).join("");
    }
    // A component that no update has registered is brought along.
    const file = quoted(fileOf(strays, name, parentUrn));
    return `\n    echo ${file} > adopt.json && pulumi import --file adopt.json --stack ${stack} ${QUIETLY}`;
}

function fileOf(strays: Stray[], name: string, urn: string): string {
    const type = urn.split("::")[2]?.split("$").at(-1) ?? "";
    const component = { type, name, component: true };
    const children = strays.map(({ child, ...stray }) => ({ ...stray, name: child, parent: name }));
    return JSON.stringify({ resources: [component, ...children] });
}

/** A component with a provider of its own hands it on to its children. */
async function explicitProvider(
    [stray]: Stray[],
    parent: ChildScope["parent"],
): Promise<string | undefined> {
    const provider = parent.getProvider(stray?.type ?? "");
    return provider === undefined ? undefined : whenKnown(provider.urn);
}

/** The name at the end of a URN. */
export function nameIn(urn: string): string {
    return urn.split("::").at(-1) ?? "";
}

/** As a shell reads it: URNs have dollar signs. An ID that another command finds is read as it stands. */
function quoted(text: string): string {
    return /^[\w@%+=:,./-]+$|^"\$\(.*\)"$/.test(text) ? text : `'${text}'`;
}
