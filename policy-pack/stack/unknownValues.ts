/** What the SDK throws when a value is read that is unknown in preview. */
export interface UnknownValue extends Error {
    unknownTypeSentinel: unknown;
}

/** Told by its shape: in somebody else's pack the error comes from that pack's own copy of the SDK. */
export function isUnknownValue(error: unknown): error is UnknownValue {
    return error instanceof Error && "unknownTypeSentinel" in error;
}

/** What a read gives, or the value it met that preview does not know. */
export function peek<T>(read: () => T): { value?: T; unknown?: UnknownValue } {
    try {
        return { value: read() };
    } catch (error) {
        if (!isUnknownValue(error)) {
            throw error;
        }
        return { unknown: error };
    }
}
