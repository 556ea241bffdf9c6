import type { Misnamed } from "../../eks/dns/misnamed";
import { describeResource } from "../../stack/stackResource";

/** What to do about a zone or record of a wrong name where these names are unserved; the one of its own form before others. */
export function describeRenaming({ resource, name }: Misnamed, unserved: string[]): string {
    const suffix = name.split(".").slice(-2).join(".");
    const right = unserved.find((each) => each.endsWith(`.${suffix}`)) ?? unserved[0] ?? "";
    return `name ${describeResource(resource)} ${right} instead of ${name}, which no client asks for`;
}
