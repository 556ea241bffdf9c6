import { joinPath, type Problem } from "../../problem";
import { describeGiven, describeNearest } from "../../wording";
import type {
    ParsedPolicy,
    PolicyCondition,
    PolicyDocument,
    PolicyPrincipal,
    PolicyStatement,
} from "./document";

const DOCUMENT_ELEMENTS = ["Version", "Id", "Statement"];
const STATEMENT_ELEMENTS = [
    ...["Sid", "Effect", "Principal", "NotPrincipal", "Condition"],
    ...["Action", "NotAction", "Resource", "NotResource"],
];

/** What AWS takes a document without `Version` for. Source: IAM User Guide, reference_policies_elements_version.html */
const DEFAULT_VERSION = "2008-10-17";

/**
 * Reads a policy. Looks at JSON and shape only; what the elements say is for `checkPolicy`.
 * Source of the shape: IAM User Guide, reference_policies_grammar.html
 */
export function parsePolicy(text: string): ParsedPolicy {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch (error) {
        const reason = `is not JSON (${error instanceof Error ? error.message : "unreadable"})`;
        return { problems: [{ path: "", reason: `${reason}; write one JSON object` }] };
    }
    const problems: Problem[] = [];
    const document = new PolicyReader(problems).readDocument(value);
    return problems.length > 0 ? { problems } : { document, problems };
}

/** Collects every problem on the way; what it returns counts only when there was none. */
class PolicyReader {
    public constructor(private readonly problems: Problem[]) {}

    public readDocument(value: unknown): PolicyDocument {
        const elements = this.readObject("", value, DOCUMENT_ELEMENTS);
        const { Version, Id, Statement } = Object.fromEntries(elements);
        if (isObject(value) && Statement === undefined) {
            this.report("", "has no Statement; add a list with at least one statement");
        }
        return {
            Version: this.readString("Version", Version === undefined ? DEFAULT_VERSION : Version),
            ...(Id !== undefined && { Id: this.readString("Id", Id) }),
            Statement: this.readStatements(Statement),
        };
    }

    private readStatements(value: unknown): PolicyStatement[] {
        if (value === undefined) {
            return [];
        }
        // One statement need not stand in a list.
        const statements: unknown[] = Array.isArray(value) ? value : [value];
        if (statements.length === 0) {
            this.report("Statement", "is an empty list; add at least one statement");
        }
        return statements.map((statement, index) =>
            this.readStatement(`Statement[${index}]`, statement),
        );
    }

    private readStatement(path: string, value: unknown): PolicyStatement {
        const elements = new Map(this.readObject(path, value, STATEMENT_ELEMENTS));
        const statement: PolicyStatement = { Effect: this.readEffect(path, value, elements) };
        for (const [name, element] of elements) {
            const here = joinPath(path, name);
            switch (name) {
                case "Sid":
                    statement.Sid = this.readString(here, element);
                    break;
                case "Principal":
                case "NotPrincipal":
                    statement[name] = this.readPrincipal(here, element);
                    break;
                case "Action":
                case "NotAction":
                case "Resource":
                case "NotResource":
                    statement[name] = this.readList(here, element);
                    break;
                case "Condition":
                    statement.Condition = this.readCondition(here, element);
                    break;
            }
        }
        return statement;
    }

    private readEffect(
        path: string,
        value: unknown,
        elements: Map<string, unknown>,
    ): PolicyStatement["Effect"] {
        const effect = elements.get("Effect");
        if (effect === undefined) {
            if (isObject(value)) {
                this.report(path, `has no Effect; write "Allow" or "Deny"`);
            }
        } else if (effect !== "Allow" && effect !== "Deny") {
            const given = describeGiven(effect);
            this.report(joinPath(path, "Effect"), `is ${given}; allowed: "Allow", "Deny"`);
        }
        return effect === "Allow" ? "Allow" : "Deny";
    }

    private readPrincipal(path: string, value: unknown): PolicyPrincipal {
        if (value === "*") {
            return "*";
        }
        if (!isObject(value)) {
            this.report(
                path,
                `is ${describeGiven(value)}; write "*" or an object such as {"AWS": "*"}`,
            );
            return {};
        }
        return this.readLists(path, value);
    }

    private readCondition(path: string, value: unknown): PolicyCondition {
        const operators = this.readObject(path, value);
        return Object.fromEntries(
            operators.map(([operator, keys]) => {
                const here = joinPath(path, operator);
                return [
                    operator,
                    this.readLists(here, Object.fromEntries(this.readObject(here, keys))),
                ];
            }),
        );
    }

    /** An object whose values are strings or lists of strings. */
    private readLists(path: string, value: object): { [name: string]: string[] } {
        return Object.fromEntries(
            Object.entries(value).map(([name, list]) => [
                name,
                this.readList(joinPath(path, name), list),
            ]),
        );
    }

    /** A string or a list of them. JSON numbers and booleans are as good as strings to AWS. */
    private readList(path: string, value: unknown): string[] {
        const items: unknown[] = Array.isArray(value) ? value : [value];
        if (items.length === 0) {
            this.report(
                path,
                "is an empty list; name at least one value, or leave the element out",
            );
        }
        return items.map((item, index) =>
            this.readString(Array.isArray(value) ? `${path}[${index}]` : path, item),
        );
    }

    private readString(path: string, value: unknown): string {
        if (typeof value === "string") {
            return value;
        }
        if (typeof value === "number" || typeof value === "boolean") {
            return String(value);
        }
        this.report(path, `is ${describeGiven(value)}; write a string`);
        return "";
    }

    private readObject(path: string, value: unknown, known?: string[]): [string, unknown][] {
        if (!isObject(value)) {
            this.report(path, `is ${describeGiven(value)}; write an object`);
            return [];
        }
        for (const name of Object.keys(value)) {
            if (known !== undefined && !known.includes(name)) {
                const hint = describeNearest(name, known);
                this.report(joinPath(path, name), `is no element of the policy language${hint}`);
            }
        }
        return Object.entries(value);
    }

    private report(path: string, reason: string): void {
        this.problems.push({ path, reason });
    }
}

function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
