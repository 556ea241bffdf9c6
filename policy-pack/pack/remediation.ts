import { readResource, type StackResource } from "../stack/stackResource";
import { peek } from "../stack/unknownValues";
import type { Properties } from "../stack/values";
import { findWrittenType, toWrittenName, typeOf } from "../stack/writtenForm";
import { isExempt } from "./publish";
import type { PolicyRecord } from "./run";

/** How a policy puts a resource right at level `remediate`, before the resource is judged. */
export interface Remediation<Config> {
    /** Types of the resources that it changes. */
    types: string[];
    /**
     * The properties to set, from what the program gives for one resource: none where it is right or somebody's decision.
     * Reading a value that preview does not know ends it, and the SDK says so.
     */
    correct(resource: StackResource, config: Config): Properties;
}

/**
 * Corrects the properties of a resource in place, because they hold secrets and unknown values that a copy would lose.
 * Returns all of them, or undefined where nothing is changed: an exempted resource, or a policy whose configuration has
 * a problem and so may not say what was meant.
 */
export function remediate<Config>(
    remediation: Remediation<Config>,
    shown: { urn: string; type: string; name: string; props: Properties },
    readRecord: () => PolicyRecord<Config>,
): Properties | undefined {
    if (
        !remediation.types.includes(typeOf(shown)) ||
        findWrittenType(shown.type)?.isCopy === true
    ) {
        return undefined;
    }
    const { values, problems, exemptions, corrected: done } = readRecord();
    if (problems.length > 0) {
        return undefined;
    }
    const resource = readResource(shown);
    const { value: corrected = {}, unknown } = peek(() => remediation.correct(resource, values));
    const isRight = unknown === undefined && Object.keys(corrected).length === 0;
    if (isRight || isExempt(resource, exemptions)) {
        return undefined;
    }
    if (unknown !== undefined) {
        throw unknown;
    }
    done.add(shown.urn);
    return Object.assign(shown.props, asWritten(resource, corrected));
}

function asWritten({ form }: StackResource, properties: Properties): Properties {
    const named = Object.entries(properties).map(([name, value]) => [
        toWrittenName(name, form),
        value,
    ]);
    return Object.fromEntries(named) as Properties;
}
