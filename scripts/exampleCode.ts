import type { Example } from "../tests/policy-pack/support/example";
import { Later, type TestResource } from "../tests/policy-pack/support/testResource";

/** The two sides of an example as parts of a program: what differs, and what the finding is about. */
export interface ExampleCode {
    wrong: string;
    /** Empty where only the configuration of the pack differs. */
    right: string;
    /** Names that the code refers to and does not define. */
    others: string[];
}

/** Writes an example as code. Documents that both sides have stand there as a name. */
export function writeExample({ about, shown = [], wrong, right }: Example): ExampleCode {
    const [before, after] = [wrong().resources, right().resources].map((resources) =>
        resources.filter(({ type }) => type.startsWith("aws:")),
    ) as [TestResource[], TestResource[]];
    const documents = new Set(
        documentsIn(before).filter((each) => documentsIn(after).includes(each)),
    );
    const write = (resource: TestResource): string => writeResource(resource, documents);
    const texts = [before, after].map((resources) => new Set(resources.map(write)));
    const differs = (resource: TestResource): boolean =>
        !texts.every((side) => side.has(write(resource)));
    const differing = new Set([...before, ...after].filter(differs).map(keyOf));
    const isShown = (resource: TestResource): boolean =>
        differing.has(keyOf(resource)) || [about, ...shown].includes(resource.name);
    const sides = [before.filter(isShown), differing.size === 0 ? [] : after.filter(isShown)];
    const [wrongCode = "", rightCode = ""] = sides.map((resources) =>
        inOrder(resources).map(write).join("\n\n"),
    );
    return { wrong: wrongCode, right: rightCode, others: findOthers(sides.flat(), documents) };
}

/** Names that resources refer to and that none of them has. */
function findOthers(resources: TestResource[], documents: Set<string>): string[] {
    const own = new Set(resources.map(({ name }) => name));
    const referred = resources.flatMap(referencesOf).map(({ name }) => name);
    const named = resources.flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([key, value]) =>
            typeof value === "string" && documents.has(value) ? [key] : [],
        ),
    );
    return [...new Set([...referred, ...named])].filter((name) => !own.has(name)).map(toIdentifier);
}

/** Each after those that it refers to. */
function inOrder(resources: TestResource[]): TestResource[] {
    const ordered = new Set<TestResource>();
    const add = (resource: TestResource): void => {
        referencesOf(resource)
            .filter((each) => resources.includes(each))
            .forEach(add);
        ordered.add(resource);
    };
    resources.forEach(add);
    return [...ordered];
}

function writeResource(
    { type, name, inputs, provider }: TestResource,
    documents: Set<string>,
): string {
    const [, module = "", className = ""] = /^aws:(\w+)\/\w+:(\w+)$/.exec(type) ?? [];
    const options = provider === undefined ? "" : `, { provider: ${toIdentifier(provider.name)} }`;
    const args = Object.entries(inputs).flatMap(([key, value]) => {
        const isNamed = typeof value === "string" && documents.has(value);
        return value === undefined ? [] : [isNamed ? key : `${key}: ${writeValue(value)}`];
    });
    const text = args.length === 0 ? "{}" : `{\n${args.join(",\n")}\n}`;
    return `const ${toIdentifier(name)} = new aws.${module}.${className}(${JSON.stringify(name)}, ${text}${options});`;
}

function writeValue(value: unknown): string {
    if (value instanceof Later) {
        const [source] = value.sources;
        return source === undefined
            ? writeValue(value.value)
            : `${toIdentifier(source.name)}.${value.output}`;
    }
    if (Array.isArray(value)) {
        return `[${value.map(writeValue).join(", ")}]`;
    }
    if (typeof value === "object" && value !== null) {
        const given = Object.entries(value).filter(([, item]) => item !== undefined);
        const fields = given.map(([key, item]) => `${JSON.stringify(key)}: ${writeValue(item)}`);
        return `{${fields.join(", ")}}`;
    }
    return isDocument(value)
        ? `JSON.stringify(${writeValue(JSON.parse(value))})`
        : JSON.stringify(value);
}

function isDocument(value: unknown): value is string {
    return typeof value === "string" && value.startsWith("{");
}

function documentsIn(resources: TestResource[]): string[] {
    return resources.flatMap(({ inputs }) => Object.values(inputs).filter(isDocument));
}

function referencesOf({ inputs, provider }: TestResource): TestResource[] {
    return [...sourcesIn(inputs), ...(provider === undefined ? [] : [provider])];
}

function sourcesIn(value: unknown): TestResource[] {
    if (value instanceof Later) {
        return value.sources;
    }
    return typeof value === "object" && value !== null
        ? Object.values(value).flatMap(sourcesIn)
        : [];
}

function keyOf({ type, name }: TestResource): string {
    return `${type} ${name}`;
}

function toIdentifier(name: string): string {
    return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
