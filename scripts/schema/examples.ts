import { readFileSync } from "node:fs";
import { join } from "node:path";

const EXAMPLES = join(__dirname, "..", "..", "examples");

/** The example of each component, in every language under the same name, and what it shows. */
const EXAMPLES_OF: { [component: string]: { example: string; title: string } } = {
    EksEndpointSet: { example: "perimeter", title: "Dual-stack endpoints for one organisation" },
    EksEndpointShare: { example: "hub", title: "Endpoints for the VPCs of other accounts" },
    EksEndpointConsumer: { example: "spoke", title: "A VPC that uses the endpoints of a hub" },
    EksInboundDns: { example: "on-premises", title: "Clients behind Direct Connect or VPN" },
};

/** Where the program of an example stands, by the name that the Registry knows a language by. */
const PROGRAMS: { [language: string]: (example: string) => string } = {
    typescript: (example) => join(example, "index.ts"),
    python: (example) => join("python", example, "__main__.py"),
    go: (example) => join("go", example, "main.go"),
    csharp: (example) => join("dotnet", example, "Program.cs"),
    java: (example) => join("java", example, "src", "main", "java", "example", "App.java"),
    yaml: (example) => join("yaml", example, "Pulumi.yaml"),
};

/** Languages that have examples, as the Registry names and orders them. */
export const EXAMPLE_LANGUAGES = Object.keys(PROGRAMS);

/** The example of a component, in the form in which the Registry shows one language and the SDKs keep their own. */
export function exampleOf(type: string): string {
    const found = EXAMPLES_OF[type.slice(type.lastIndexOf(":") + 1)];
    if (found === undefined) {
        throw new Error(`${type} has no example; name one in ${__filename}`);
    }
    const programs = EXAMPLE_LANGUAGES.map((language) => exampleIn(language, found.example));
    return [
        "{{% examples %}}",
        "## Example Usage",
        "{{% example %}}",
        `### ${found.title}`,
        ...programs,
        "{{% /example %}}",
        "{{% /examples %}}",
    ].join("\n\n");
}

/** The program of an example in a language. */
export function exampleIn(language: string, example: string): string {
    const place = PROGRAMS[language];
    if (place === undefined) {
        throw new Error(`there are no examples in ${language}`);
    }
    return `\`\`\`${language}\n${readProgram(place(example))}\`\`\``;
}

/** A program; of one in YAML what stands below the settings of the project. */
function readProgram(file: string): string {
    const text = readFileSync(join(EXAMPLES, file), "utf-8");
    return file.endsWith(".yaml") ? text.slice(text.search(/^config:/m)) : text;
}
