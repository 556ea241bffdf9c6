/** A mistake of whoever asks or runs: its message is one line that says what to do. */
export class UserError extends Error {
    public constructor(message: string) {
        super(message);
        this.name = "UserError";
    }
}

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;

/** A host name without a dot at its end. */
export function requireHostName(text: string): string {
    const name = text.replace(/\.$/, "");
    if (name.length > 253 || !name.split(".").every((label) => LABEL.test(label))) {
        throw new UserError(
            `"${text}" is not a host name; give one such as eks.eu-west-1.amazonaws.com, without scheme, port or path`,
        );
    }
    return name;
}

/** A port as a number. */
export function requirePort(port: number | string): number {
    const number = Number(port);
    if (!Number.isInteger(number) || number < 1 || number > 65535) {
        throw new UserError(`"${port}" is not a port; give a number from 1 to 65535`);
    }
    return number;
}

/** An action is a service and an operation; wildcards are for policies. */
export function requireAction(action: string): void {
    if (!/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action)) {
        throw new UserError(
            `"${action}" is not an action; give a service and an operation, for example eks:DescribeCluster`,
        );
    }
}
