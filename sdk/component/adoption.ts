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

/** The command, on a line of its own, that makes strays what they were to be: children of the component. */
export async function adoptCommand(
    strays: Stray[],
    { name, parent }: ChildScope,
    last: LastState,
): Promise<string> {
    const urn = (await whenKnown(parent.urn)) ?? "";
    const provider = await providerFlag(strays, parent);
    const stack = `--stack ${getStack()}`;
    // A component that no update has registered is brought along.
    return urn in last
        ? strays
              .map(
                  ({ type, child, id }) =>
                      `\n    pulumi import ${type} ${quoted(child)} ${quoted(id)} --parent ${quoted(`${name}=${urn}`)} ` +
                      `${provider}${stack} ${QUIETLY}`,
              )
              .join("")
        : `\n    echo ${quoted(fileOf(strays, name, urn))} > adopt.json && pulumi import --file adopt.json ${stack} ${QUIETLY}`;
}

function fileOf(strays: Stray[], name: string, urn: string): string {
    const type = urn.split("::")[2]?.split("$").at(-1) ?? "";
    const component = { type, name, component: true };
    const children = strays.map(({ child, ...stray }) => ({ ...stray, name: child, parent: name }));
    return JSON.stringify({ resources: [component, ...children] });
}

/** A component with a provider of its own hands it on to its children. */
async function providerFlag([stray]: Stray[], parent: ChildScope["parent"]): Promise<string> {
    const provider = parent.getProvider(stray?.type ?? "");
    const urn = provider === undefined ? undefined : await whenKnown(provider.urn);
    return urn === undefined ? "" : `--provider ${quoted(`${urn.split("::").at(-1)}=${urn}`)} `;
}

/** As a shell reads it: URNs have dollar signs. */
function quoted(text: string): string {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text}'`;
}
