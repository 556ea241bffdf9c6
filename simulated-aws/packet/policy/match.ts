import { asList, type PrincipalElement, type Requester } from "./document";

/** Says whether a text fits a pattern in which `*` stands for any text and `?` for one character. */
export function matchesGlob(pattern: string, text: string): boolean {
    return globTest(pattern).test(text);
}

const tests = new Map<string, RegExp>();

function globTest(pattern: string): RegExp {
    let test = tests.get(pattern);
    if (test === undefined) {
        const source = pattern.replace(/[\\^$.*+?()[\]{}|]/g, (letter) =>
            letter === "*" ? "[^]*" : letter === "?" ? "[^]" : `\\${letter}`,
        );
        test = new RegExp(`^${source}$`);
        tests.set(pattern, test);
    }
    return test;
}

/** Says whether an ARN fits a pattern: part by part, so that a wildcard does not reach over a colon. */
export function matchesArn(pattern: string, arn: string): boolean {
    const wanted = partsOf(pattern);
    const given = partsOf(arn);
    return (
        wanted.length === given.length &&
        wanted.every((part, index) => matchesGlob(part, given[index] ?? ""))
    );
}

/** An ARN has six parts; the last one may hold colons. */
function partsOf(arn: string): string[] {
    const parts = arn.split(":");
    return [...parts.slice(0, 5), parts.slice(5).join(":")];
}

/** Actions are compared without regard to case. */
export function matchesAction(pattern: string, action: string): boolean {
    return matchesGlob(pattern.toLowerCase(), action.toLowerCase());
}

/** Says whether a Principal element names the one who asks. */
export function matchesPrincipal(element: PrincipalElement, requester: Requester): boolean {
    if (requester === "any") {
        return true;
    }
    if (typeof element === "string") {
        return element === "*";
    }
    if ("service" in requester) {
        const names = asList(element.Service);
        return (
            names.includes(requester.service) ||
            names.includes("*") ||
            asList(element.AWS).includes("*")
        );
    }
    return asList(element.AWS).some((entry) =>
        matchesAwsPrincipal(entry, requester.arn, requester.account),
    );
}

function matchesAwsPrincipal(entry: string, arn: string, account: string): boolean {
    if (entry === "*") {
        return true;
    }
    if (account === "") {
        return false;
    }
    if (entry === account) {
        return true;
    }
    const [, , service, , entryAccount, name] = entry.split(":");
    if (service === "iam" && entryAccount === account && name === "root") {
        return true;
    }
    return entry === arn || entry === roleOfSession(arn, entry);
}

/** A role session also counts as its role; the session's ARN does not show the role's path. */
function roleOfSession(arn: string, roleArn: string): string | undefined {
    const session = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//.exec(arn);
    const role = /^arn:([^:]+):iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(roleArn);
    if (session === null || role === null) {
        return undefined;
    }
    const isSame = [1, 2, 3].every((group) => session[group] === role[group]);
    return isSame ? roleArn : undefined;
}
