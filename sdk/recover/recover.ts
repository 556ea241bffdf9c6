import { importCommand, nameIn } from "../component/adoption";
import { askAws } from "./askAws";
import type { Exported, ExportedResource } from "./exported";
import { IDS, QUESTIONS } from "./questions";

/** Something that a killed update began to create. */
export interface Found {
    urn: string;
    type: string;
    /** Absent where AWS has not made it, or where the next update makes it again without harm. */
    id?: string;
    /** What puts it into the stack. */
    command?: string;
    /** What there is to say of it. */
    note: string;
}

/** What AWS has made of the pending operations of a stack. */
export async function findPending(exported: Exported): Promise<Found[]> {
    const { pending } = exported;
    const asked = pending
        .filter(({ type, resource }) => type === "creating" && resource.type in QUESTIONS)
        .map(({ resource }) => resource);
    const answers = asked.length === 0 ? [] : await askAws(asked, exported);
    return pending.map(({ type, resource }) => {
        const answer = answers[asked.indexOf(resource)];
        const about = { urn: resource.urn, type: resource.type };
        if (type !== "creating") {
            return { ...about, note: `interrupted while ${type}; the next update does it again` };
        }
        const former = exported.resources.find(({ urn }) => urn === resource.urn)?.id;
        if (answer?.kind === "found") {
            return former === undefined
                ? { ...about, ...adopt(resource, answer.found, exported), note: "AWS has made it" }
                : { ...about, ...compare(former, answer.found) };
        }
        const id = IDS[resource.type]?.(resource.inputs ?? {});
        if (id !== undefined) {
            const note = "AWS cannot be asked; the import says so where it has not been made";
            return former === undefined
                ? { ...about, ...adopt(resource, id, exported), note }
                : { ...about, ...compare(former, id) };
        }
        return answer === undefined || answer.kind === "absent" || answer.kind === "mocked"
            ? { ...about, note: answer === undefined ? AGAIN : "AWS has not made it" }
            : { ...about, note: `AWS would not say: ${answer.reason}` };
    });
}

/**
 * What the stack has by the name already cannot be imported: the engine was killed between noting the resource and noting that
 * nothing is pending, or it was replacing the resource.
 */
function compare(former: string, id: string): Pick<Found, "id" | "note"> {
    // Some releases of the provider put the region behind the ID of an association.
    return former === id || former.startsWith(`${id}:`)
        ? { note: "the stack has it already" }
        : {
              id,
              note: `AWS has made it to replace ${former}; delete it, and the next update makes it again`,
          };
}

const AGAIN = "the next update makes it again, and it is the same then";

function adopt(
    { urn, type, parent = "", provider = "" }: ExportedResource,
    id: string,
    { stack }: Exported,
): { id: string; command: string } {
    const providerUrn = provider.slice(0, provider.lastIndexOf("::"));
    const isDefault = nameIn(providerUrn).startsWith("default");
    const adopter = {
        parentUrn: parent,
        stack,
        ...(isDefault || provider === "" ? {} : { providerUrn }),
    };
    return { id, command: importCommand({ type, child: nameIn(urn), id }, adopter) };
}
