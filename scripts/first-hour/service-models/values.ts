import { resources } from "../../../simulated-aws/index";
import type { ServiceModel, Shape } from "./botocore";
import type { Comparison } from "./comparison";

type Model = (typeof resources)[number];

/** An input of a resource type, and what the call that creates it says of it. */
interface Input {
    model: Model;
    property: string;
    /** `CreateRole.RoleName`. */
    member: string;
    shape: Shape;
}

/** Printable characters; each is tried in the middle of a word. */
const CHARACTERS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

/** Whether values that a call takes and refuses are taken and refused here, where anything is said of them. */
export function compareValues(
    modelOf: (service: string) => ServiceModel,
    known: { [member: string]: string },
): Comparison {
    const inputs = resources.flatMap((model) => inputsOf(model, modelOf));
    const bounded = inputs.filter(({ shape }) => valuesFor(shape).length > 0);
    const judged = bounded.filter(({ model, property, shape }) =>
        valuesFor(shape).some(({ value }) => !takes(model, property, value)),
    );
    const disagreements = judged.flatMap((input) =>
        input.member in known ? [] : differencesIn(input),
    );
    const unjudged = [
        ...new Set(bounded.filter((input) => !judged.includes(input)).map(({ member }) => member)),
    ];
    return {
        compared: `values of ${judged.length} inputs`,
        disagreements,
        leftOut: `${unjudged.length} inputs of whose values nothing is said here: ${unjudged.join(", ")}`,
    };
}

/** The inputs of a resource type that the call which creates it has under the same name, or under the name of the type. */
function inputsOf(model: Model, modelOf: (service: string) => ServiceModel): Input[] {
    const { operations, schema } = model;
    const { operations: calls, shapes } = modelOf(operations.service);
    const members = shapes[calls[operations.create]?.input?.shape ?? ""]?.members ?? {};
    const type = schema.token.split(":").at(-1) ?? "";
    const spelt = new Map(Object.keys(members).map((member) => [member.toLowerCase(), member]));
    const properties = Object.keys({ ...schema.required, ...schema.optional, ...schema.settled });
    return properties.flatMap((property) => {
        const names = property === "name" ? ["name", `${type}name`, ...NAMES] : [property];
        const member = names.map((name) => spelt.get(name.toLowerCase())).find(Boolean);
        const shape = shapes[members[member ?? ""]?.shape ?? ""];
        return shape === undefined
            ? []
            : [{ model, property, member: `${operations.create}.${member}`, shape }];
    });
}

/** What calls name the thing that they create, where that is not its type. */
const NAMES = ["groupname", "deliverystreamname", "prefixlistname", "policyname"];

/** Values to try, and whether the call takes them. */
function valuesFor(shape: Shape): { value: string | number; isTaken: boolean }[] {
    const { type, min, max, pattern } = shape;
    if (shape.enum !== undefined) {
        return [...shape.enum, "no-such-value"].map((value) => ({
            value,
            isTaken: value !== "no-such-value",
        }));
    }
    if (type === "string" && (pattern !== undefined || max !== undefined)) {
        const fits = new RegExp(`^(?:${pattern ?? "[^]*"})$`);
        const lengths = [max, max === undefined ? undefined : max + 1].flatMap((length) =>
            length === undefined || length > 2000 ? [] : ["a".repeat(length)],
        );
        const words =
            pattern === undefined ? [] : ["123", ...CHARACTERS.map((each) => `a${each}a`)];
        return [...words, ...lengths].map((value) => ({
            value,
            isTaken:
                fits.test(value) && value.length >= (min ?? 0) && value.length <= (max ?? Infinity),
        }));
    }
    if (type === "integer" || type === "long") {
        return [
            min,
            max,
            min === undefined ? min : min - 1,
            max === undefined ? max : max + 1,
        ].flatMap((value) =>
            value === undefined
                ? []
                : [{ value, isTaken: value >= (min ?? -Infinity) && value <= (max ?? Infinity) }],
        );
    }
    return [];
}

function takes(model: Model, property: string, value: string | number): boolean {
    const failures = model.check?.({ [property]: value }) ?? [];
    return !failures.some((failure) => failure.property === property);
}

function differencesIn({ model, property, member, shape }: Input): string[] {
    const wrong = valuesFor(shape).filter(
        ({ value, isTaken }) => takes(model, property, value) !== isTaken,
    );
    const told = (isTaken: boolean) => {
        const values = wrong
            .filter((each) => each.isTaken === isTaken)
            .map(({ value }) => shortened(value));
        return values.length === 0
            ? []
            : [
                  `${member} ${isTaken ? "takes" : "refuses"} ${values.join(" ")}, the simulated AWS does not`,
              ];
    };
    return [...told(true), ...told(false)];
}

function shortened(value: string | number): string {
    const text = JSON.stringify(value);
    return text.length > 40 ? `${text.slice(0, 10)}… (${text.length - 2} characters)` : text;
}
