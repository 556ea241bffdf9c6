import type { PolicyPrincipal, PolicyStatement } from "./endpoint-policy";
import { matches, toPattern } from "./endpoint-policy/language/pattern";

/** The services of AWS that a statement is about. */
export function listServices(principal: PolicyPrincipal | undefined): string[] {
    return typeof principal === "object" ? (principal.Service ?? []) : [];
}

/** Whether a statement names an action, in whatever letter case and with whatever wildcards. */
export function fitsAction({ Action }: PolicyStatement, action: string): boolean {
    return listsAction(Action, action);
}

/** Whether a list of actions has one, as `fitsAction`. */
export function listsAction(actions: string[] | undefined, action: string): boolean {
    return fitsAny(
        actions?.map((text) => text.toLowerCase()),
        action.toLowerCase(),
    );
}

/** Whether a text fits any of these patterns. */
export function fitsAny(patterns: string[] | undefined, text: string): boolean {
    return patterns?.some((pattern) => matches(toPattern(pattern, "wildcards"), text)) ?? false;
}
