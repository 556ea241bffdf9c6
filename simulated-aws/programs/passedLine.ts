/** One line on the types and functions that are not modelled. */
export function passedLine(tokens: string[]): string {
    const names = tokens.map((token) => token.replace(/\/\w+:/, ":")).sort();
    return `simulated AWS: not modelled, so inputs come back and outputs are made up: ${names.join(", ")}`;
}
