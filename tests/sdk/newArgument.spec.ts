import assert from "node:assert/strict";

import { TABLES } from "../support/arguments/index";
import { listArguments, readSchema } from "../support/arguments/table";
import { filesOf, findGaps, readFile, type Recipe } from "../support/recipe";
import { type Edits, WorkingCopy } from "../support/workingCopy";

/** Folder of each component, and the name of its table. */
const PLACES: { [component: string]: [component: string, table: string] } = {
    EksEndpointSet: ["endpoint-set", "endpointSet"],
    EksEndpointShare: ["share", "endpointShare"],
    EksEndpointConsumer: ["consumer", "endpointConsumer"],
    EksInboundDns: ["on-premises", "inboundDns"],
};

function recipeOf(name: string, only?: "always"): Recipe {
    const [component = name, table = name] = PLACES[name] ?? [];
    const places = { component, table, child: "resolverEndpoint" };
    return { title: "Add an argument", places, only };
}

const MEANING =
    "Name of the Resolver endpoint. Defaults to one that Pulumi makes of the component's name.";

/** How each listed file that is written by hand comes to have the new argument. */
const WRITTEN: Edits = {
    "sdk/on-premises/args.ts": (text) =>
        text.replace(
            "    /** Region of the VPC.",
            `    /** ${MEANING} */\n    resolverName?: Input<string>;\n$&`,
        ),
    "sdk/on-premises/argsRules.ts": (text) =>
        text.replace("        verify: flag,\n", "$&        resolverName: input(text),\n"),
    "sdk/on-premises/defaults.ts": (text) =>
        text.replace("    verify: boolean;\n", "$&    resolverName?: Input<string>;\n"),
    "sdk/on-premises/resolverEndpoint.ts": (text) =>
        text.replace('direction: "INBOUND",\n', "$&            name: args.resolverName,\n"),
    "tests/support/arguments/inboundDns.ts": (text) =>
        text
            .replace('ipAddressType: "dualstack",\n', '$&resolverName: "to-eks",\n')
            .replace("ipAddressType: [", 'resolverName: ["dns-resolver.name", "to-eks"],\n$&'),
    "tests/sdk/on-premises/argsRules.spec.ts": (text) =>
        text.replace("region, verify, tags;", "region, verify, resolverName, tags;"),
};

describe('"Add an argument" in CONTRIBUTING.md', function () {
    this.timeout(180_000);
    const always = filesOf(recipeOf("EksInboundDns", "always"));

    it("lists the files of an argument", () => {
        const generated = ["sdk/schema.json", "sdk/README.md"];
        assert.deepEqual(filesOf(recipeOf("EksInboundDns")), [
            ...Object.keys(WRITTEN),
            ...generated,
        ]);
    });

    for (const missing of always) {
        it(`tells of ${missing} where that does not name the argument`, () => {
            const text = (file: string) => (file === missing ? "" : "resolverName");
            assert.deepEqual(
                findGaps(recipeOf("EksInboundDns", "always"), ["resolverName"], text),
                [`${missing} does not name resolverName (CONTRIBUTING.md, "Add an argument")`],
            );
        });
    }

    for (const { component } of TABLES) {
        it(`is followed by every argument of ${component}`, () => {
            const gaps = listArguments(readSchema(), component).flatMap((path) =>
                findGaps(recipeOf(component, "always"), [path.split(".").at(-1) ?? path]),
            );
            assert.deepEqual(gaps, []);
            const [spec = ""] = filesOf(recipeOf(component)).filter((file) =>
                file.endsWith(".spec.ts"),
            );
            assert.ok(readFile(spec), `${spec} is missing`);
        });
    }

    it("leaves the tests of the components green with these files and no others", () => {
        const copy = new WorkingCopy(
            [
                "sdk",
                "scripts",
                "tests",
                "CONTRIBUTING.md",
                ".prettierrc.json",
                "package.json",
                "tsconfig.json",
            ],
            ["node_modules", "policy-pack", "simulated-aws", "examples", "docs", "llms.txt"],
        );
        try {
            copy.edit(WRITTEN);
            assert.deepEqual(copy.generate("sdk"), { status: 0, text: "" });
            const { status, text } = copy.test(
                "tests/sdk/newArgument.spec.ts",
                "tests/sdk/everyArgument.spec.ts",
                "tests/sdk/schema.spec.ts",
                "tests/sdk/on-premises/*.spec.ts",
                "tests/scripts/generated.spec.ts",
                "--grep",
                "these files and no others|does not compile|policy-pack",
                "--invert",
            );
            assert.equal(status, 0, text);
            assert.match(text, /\d+ passing/);
        } finally {
            copy.remove();
        }
    });

    it("does not compile without the form of the argument", () => {
        const copy = new WorkingCopy(["sdk", "tsconfig.json"], ["node_modules"]);
        try {
            copy.edit({ ...WRITTEN, "sdk/on-premises/argsRules.ts": (text) => text });
            const { status, text } = copy.run(
                require.resolve("typescript/bin/tsc"),
                "-p",
                "sdk",
                "--noEmit",
            );
            assert.notEqual(status, 0);
            assert.match(text, /^sdk\/on-premises\/argsRules\.ts\([\s\S]*resolverName/);
        } finally {
            copy.remove();
        }
    });
});
