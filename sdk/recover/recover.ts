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
        if (answer?.kind === "found") {
            return {
                ...about,
                ...adopt(resource, answer.found, exported),
                note: "AWS has made it",
            };
        }
        const id = IDS[resource.type]?.(resource.inputs ?? {});
        if (id !== undefined) {
            const note = "AWS cannot be asked; the import says so where it has not been made";
            return { ...about, ...adopt(resource, id, exported), note };
        }
        return answer === undefined || answer.kind === "absent" || answer.kind === "mocked"
            ? { ...about, note: answer === undefined ? AGAIN : "AWS has not made it" }
            : { ...about, note: `AWS would not say: ${answer.reason}` };
    });
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
