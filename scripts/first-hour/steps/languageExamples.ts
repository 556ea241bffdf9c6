import * as fs from "node:fs";
import * as path from "node:path";

import { fileStore } from "../../../simulated-aws/index";
import { addNetwork } from "../../../tests/support/network";
import type { Hour } from "../hour";
import { expectText, Skipped, type Step } from "../step";

const EXAMPLES = path.join(__dirname, "..", "..", "..", "examples");

/** What `pulumi up` shows of the endpoints. */
const HAS_ADDRESSES = /addresses *:/;

/** The README of examples/python. */
export const pythonExample = asInReadme("python", ["python3", "-m", "venv", "venv"]);

/** The README of examples/go. */
export const goExample = asInReadme("go", ["go", "version"]);

/** The README of examples/java. */
export const javaExample = asInReadme("java", ["mvn", "--version"], "java");

/** The README of examples/dotnet. */
export const dotnetExample = asInReadme("dotnet", ["dotnet", "--version"], "dotnet");

/** The README of examples/yaml. */
export const yamlExample = asInReadme("yaml", []);

/**
 * Does with an example what the README of its language says; `needs` fails where the language is not to be had, and `host` is
 * what Pulumi calls one that the CLI does not always bring along.
 */
function asInReadme(language: string, needs: string[], host?: string): Step {
    return {
        name: `examples/${language}/perimeter deploys with the commands of examples/${language}/README.md`,
        needsEngine: true,
        async run(hour) {
            const project = hour.folder();
            if (host !== undefined && !hour.hasLanguageHost(host)) {
                throw new Skipped(`the CLI has no pulumi-language-${host} here`);
            }
            if (needs.length > 0) {
                await hour.run(project, needs).catch(() => {
                    throw new Skipped(`${needs.join(" ")} is not possible here`);
                });
            }
            fs.cpSync(path.join(EXAMPLES, language, "perimeter"), project, { recursive: true });
            const settings = path.join(project, "Pulumi.yaml");
            const text = fs.readFileSync(settings, "utf-8");
            fs.writeFileSync(settings, text.replace("../../../sdk", hour.unpacked("sdk")));
            let said = "";
            for (const args of await commandsOf(language, hour)) {
                said += await hour.pulumi(project, args);
            }
            expectText(said, HAS_ADDRESSES);
            await hour.pulumi(project, ["destroy", "--yes", "--skip-preview"]);
        },
    };
}

/** The Pulumi commands of a README, with a network that is there in place of the one that it names. */
async function commandsOf(language: string, hour: Hour): Promise<string[][]> {
    const store = fileStore(hour.engine?.home.worldPath ?? "");
    const { vpcId, subnetIds } = await addNetwork(store, { hasIpv6: true });
    const names = new Map([
        ["vpc-0123456789abcdef0", vpcId],
        ["subnet-0aaaaaaaaaaaaaaa0", subnetIds[0] ?? ""],
        ["subnet-0bbbbbbbbbbbbbbb0", subnetIds[1] ?? ""],
    ]);
    const readme = fs.readFileSync(path.join(EXAMPLES, language, "README.md"), "utf-8");
    return [...readme.matchAll(/^pulumi (.+)$/gm)].map(([, command = ""]) => {
        const args = command
            .replaceAll("'", "")
            .split(" ")
            .map((arg) => names.get(arg) ?? arg);
        return args[0] === "up" ? [...args, "--yes", "--skip-preview"] : args;
    });
}
