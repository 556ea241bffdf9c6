import { formatAddress, parseCidr } from "../../cidr";
import { type KeyValues, parseDate, toCidr } from "../language/operators";
import { type Pattern, toPattern } from "../language/pattern";
import { fillVariables, findFillings, withoutVariables } from "../language/variables";
import { type Request, variablesOf } from "./constraints";
import { findRepresentatives, type Shape } from "./representatives";
import type { Template, Vocabulary } from "./vocabulary";

/** A text without any form. */
export const ANY_TEXT: Shape = { prefix: "", minimum: 1 };

/**
 * What a key is compared with: by the conditions on it, and by those that have it for a policy variable. A variable that
 * is not settled stands for anything, and for each thing that the conditions on it ask for.
 */
export function listPatterns(key: string, request: Request, vocabulary: Vocabulary): Pattern[] {
    const templates = vocabulary.templates.filter((template) => template.variables.includes(key));
    return [
        ...listOwnPatterns(key, request, vocabulary),
        ...listTemplatePatterns(key, request, vocabulary),
        ...templates.flatMap((template) => listWanted(template, key, request, vocabulary)),
    ];
}

/** What the conditions on a key ask for. */
function listOwnPatterns(key: string, request: Request, vocabulary: Vocabulary): Pattern[] {
    const variables = variablesOf(request, vocabulary.version);
    return (vocabulary.conditions.get(key) ?? [])
        .filter(({ operator }) => operator.family === "text")
        .flatMap(({ operator, values }) =>
            // Where case does not matter a value in lower case stands for all its spellings.
            values.flatMap((value) =>
                (operator.ignoresCase ? [value, value.toLowerCase()] : [value]).flatMap((text) =>
                    orNone(fillVariables(text, operator.kind ?? "text", variables)),
                ),
            ),
        );
}

/** The same with each unsettled variable replaced by what the conditions on that one ask for. */
export function listTemplatePatterns(
    key: string,
    request: Request,
    vocabulary: Vocabulary,
): Pattern[] {
    const variables = variablesOf(request, vocabulary.version);
    return vocabulary.templates
        .filter((template) => template.key === key)
        .flatMap(({ text, kind, variables: names }) =>
            names
                .filter((name) => !request.has(name))
                .flatMap((name) =>
                    listOwnPatterns(name, request, vocabulary).flatMap((pattern) =>
                        orNone(
                            fillVariables(text, kind, (each) =>
                                each === name ? pattern : variables?.(each),
                            ),
                        ),
                    ),
                ),
        );
}

/** What a variable should hold for the key that it is compared with. */
function listWanted(
    { key, text, kind }: Template,
    variable: string,
    request: Request,
    vocabulary: Vocabulary,
): Pattern[] {
    if (request.has(key)) {
        const variables = variablesOf(request, vocabulary.version);
        return (request.get(key) ?? [])
            .flatMap((value) => findFillings(text, kind, variable, value, variables))
            .map((value) => toPattern(value, "text"));
    }
    return withoutVariables(text) === "" ? listOwnPatterns(key, request, vocabulary) : [];
}

function orNone(pattern: Pattern | undefined): Pattern[] {
    return pattern === undefined ? [] : [pattern];
}

/** Texts of a shape, one for each way in which the conditions on a key can come out. */
export function listTexts(
    key: string,
    request: Request,
    vocabulary: Vocabulary,
    shape: Shape,
): string[] {
    return findRepresentatives(listPatterns(key, request, vocabulary), shape, vocabulary.budget);
}

/** Everything that a key of any kind may hold, as far as the conditions on it can tell. */
export function listAnyValues(
    key: string,
    request: Request,
    vocabulary: Vocabulary,
): NonNullable<KeyValues>[] {
    const conditions = vocabulary.conditions.get(key) ?? [];
    const compared = conditions.flatMap(({ operator, values }) =>
        values.flatMap((value) => {
            switch (operator.family) {
                case "numeric":
                    return listAround(Number(value), 1).map(String);
                case "date":
                    return listAround(parseDate(value), 1000).map(formatDate);
                case "bool":
                    return ["true", "false"];
                case "binary":
                    return [value];
                case "address":
                    return listAddresses(value);
                default:
                    return [];
            }
        }),
    );
    const single = [...new Set([...compared, ...listTexts(key, request, vocabulary, ANY_TEXT)])];
    return conditions.some(({ operator }) => operator.qualifier !== undefined)
        ? listSubsets(single)
        : single.map((value) => [value]);
}

function listAround(value: number, step: number): number[] {
    return Number.isFinite(value) ? [value - step, value, value + step] : [];
}

function formatDate(milliseconds: number): string {
    const date = new Date(milliseconds);
    return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toISOString();
}

/** Both ends of a range and what lies beside them, which are in and out of every other range that overlaps it. */
function listAddresses(text: string): string[] {
    const range = parseCidr(toCidr(text));
    if (range === undefined) {
        return [];
    }
    const largest = range.family === "ipv4" ? 2n ** 32n - 1n : 2n ** 128n - 1n;
    return [range.first - 1n, range.first, range.last, range.last + 1n]
        .filter((address) => address >= 0n && address <= largest)
        .map((address) => formatAddress(range.family, address));
}

/** A request cannot well be tried with every combination of more values than these. */
const LARGEST_SET = 6;

/** Combinations of values of a key that holds several: all of them, or for long lists those of two and the whole. */
function listSubsets(values: string[]): string[][] {
    if (values.length <= LARGEST_SET) {
        return values
            .reduce<string[][]>(
                (subsets, value) => [...subsets, ...subsets.map((subset) => [...subset, value])],
                [[]],
            )
            .filter((subset) => subset.length > 0);
    }
    const pairs = values.flatMap((value, index) =>
        values.slice(index + 1).map((other) => [value, other]),
    );
    return [...values.map((value) => [value]), ...pairs, values];
}
