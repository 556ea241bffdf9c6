import { checkPerimeter, type Perimeter, type Problem } from "eks-privatelink/domain";

import { type ConfigSchema, listOfStrings } from "../../pack/policyConfig";

/** The config keys that name a perimeter; `meaning` says what it is for and what an empty list means. */
export function perimeterConfig(meaning: string): ConfigSchema<Perimeter> {
    return {
        organizationIds: listOfStrings(`Organisations ${meaning}.`),
        organizationPaths: listOfStrings(`Parts of organisations ${meaning}.`),
        accountIds: listOfStrings(`Accounts ${meaning}.`),
    };
}

/** Whether any of the keys is configured. */
export function isConfigured(perimeter: Perimeter): boolean {
    return Object.values(perimeter).some((list: string[]) => list.length > 0);
}

/** What is wrong with the values; nothing where none is configured. */
export function checkConfigured(perimeter: Perimeter): Problem[] {
    return isConfigured(perimeter) ? checkPerimeter(perimeter) : [];
}
