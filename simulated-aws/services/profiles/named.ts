import type { ResourceSchema } from "../../model/schema";

/** How long the provider waits; nothing here takes time. */
export const TIMEOUTS = { object: { create: "string", delete: "string", read: "string" } } as const;

/** What a profile and its two kinds of associations have in common. */
export const NAMED = {
    settled: { name: "string", region: "string" },
    computed: { ownerId: "string", status: "string", statusMessage: "string" },
    autoName: { property: "name", maxLength: 255 },
    ignored: ["timeouts"],
} satisfies Partial<ResourceSchema>;
