/** A line about a resource with its type as the CLI writes it; nothing for what belongs to Pulumi itself. */
export function resourceLine(sign: string, type: string, name: string): string | undefined {
    if (type.startsWith("pulumi:")) {
        return undefined;
    }
    return `${sign} ${type.replace(/\/[^:]+:/, ":").padEnd(38)} ${name}`;
}
