import {
    functionCalls,
    type ProviderCall,
    resourceCalls,
    type Source,
} from "../simulated-aws/index";
import { table } from "./tables";

/** Where the provider's source is read. */
const REPOSITORY = "https://github.com/hashicorp/terraform-provider-aws";

/** The calls that the provider makes for each type and look-up, with where they were read. */
export function callsTable(): string {
    const types = resourceCalls.map(({ token, sources, ...steps }) => [
        nameOf(token),
        ...[steps.create, steps.read, steps.update, steps.delete].map(listOf),
        sources.map(linkTo).join(", "),
    ]);
    const lookups = functionCalls
        .filter(({ call }) => call.length > 0)
        .map(({ token, sources, call }) => [
            nameOf(token),
            listOf(call),
            sources.map(linkTo).join(", "),
        ]);
    return [
        table(["Type", "Create", "Read", "Update", "Delete", "Read in"], types),
        table(["Look-up", "Calls", "Read in"], lookups),
    ].join("\n\n");
}

function nameOf(token: string): string {
    const [, module = "", name = ""] = token.split(":");
    return `\`${module.split("/")[0] ?? ""}.${name}\``;
}

function listOf(calls: ProviderCall[]): string {
    const names = calls.map((call) => (typeof call === "string" ? call : call.call));
    return [...new Set(names)].map((name) => `\`${name}\``).join(", ");
}

function linkTo({ file, commit }: Source): string {
    const name = file.split("/").at(-1) ?? file;
    return commit === undefined
        ? `a later \`${name}\``
        : `[\`${name}\`](${REPOSITORY}/blob/${commit}/${file})`;
}
