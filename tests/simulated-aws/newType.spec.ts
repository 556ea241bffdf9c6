import assert from "node:assert/strict";

import { resources } from "../../simulated-aws/services";
import { filesIn, filesOf, findGaps, readFile, type Recipe } from "../support/recipe";
import { type Edits, WorkingCopy } from "../support/workingCopy";

const RECIPE: Recipe = {
    title: "Model a resource type",
    places: { service: "vpc", type: "placementGroup", kind: "network" },
};

const MODEL = `
import type { ResourceModel } from "../../model/resource";
import { stringMap } from "../../model/schema";
import { read } from "../../model/values";
import { arnOf, find, issueId, put, remove } from "../../world/objectsOf";
import { common } from "../tags";

/** \`aws.ec2.PlacementGroup\`. */
export const placementGroup: ResourceModel = {
    schema: {
        token: "aws:ec2/placementGroup:PlacementGroup",
        required: { strategy: "string" },
        optional: { tags: stringMap },
        settled: {
            name: "string",
            partitionCount: "integer",
            region: "string",
            spreadLevel: "string",
        },
        computed: { arn: "string", placementGroupId: "string", tagsAll: stringMap },
        replaceOn: ["name", "partitionCount", "region", "spreadLevel", "strategy"],
    },
    operations: {
        service: "EC2",
        create: "CreatePlacementGroup",
        delete: "DeletePlacementGroup",
    },
    create(scope, inputs) {
        const id = issueId(scope.world, "pg");
        const { account, region } = scope;
        const strategy = read(inputs).text("strategy");
        put(scope.world, "placementGroups", { id, account, region, tags: read(inputs).tags(), strategy });
        return id;
    },
    read(scope, id) {
        const found = find(scope, "placementGroups", id);
        return (
            found && {
                ...common(found),
                arn: arnOf(scope, "ec2", "placement-group/" + id),
                name: id,
                partitionCount: 0,
                placementGroupId: id,
                spreadLevel: "",
                strategy: found.strategy,
            }
        );
    },
    delete: (scope, id) => remove(scope.world, "placementGroups", id),
};
`;

const SPEC = `
import * as assert from "node:assert/strict";
import { Engine } from "../../support/engine";

describe("a placement group", () => {
    it("answers with its strategy", async () => {
        const engine = new Engine();
        const { outputs } = await engine.create("ec2.PlacementGroup", { strategy: "spread" });
        assert.equal(outputs.strategy, "spread");
    });
});
`;

/** How each listed file comes to have the new type. */
const WRITTEN: Edits = {
    "simulated-aws/services/vpc/placementGroup.ts": () => MODEL,
    "simulated-aws/services/index.ts": (text) =>
        text
            .replace(/^import .*\n/, '$&import { placementGroup } from "./vpc/placementGroup";\n')
            .replace("    subnet,\n", "    subnet,\n    placementGroup,\n"),
    "tests/simulated-aws/services/vpc/placementGroup.spec.ts": () => SPEC,
    "simulated-aws/world/objects/network.ts": (text) =>
        `${text.replace("    vpcs: Vpc;\n", "    vpcs: Vpc;\n    placementGroups: PlacementGroup;\n")}
export interface PlacementGroup extends WorldObject {
    strategy: string;
}
`,
    "simulated-aws/world/createWorld.ts": (text) =>
        text.replace("vpcs: {},\n", "vpcs: {},\n            placementGroups: {},\n"),
    "simulated-aws/world/objectsOf.ts": (text) =>
        text.replace(
            '    vpcs: ["',
            '    placementGroups: ["InvalidPlacementGroup.Unknown", "placement group"],\n$&',
        ),
    "simulated-aws/README.md": (text) =>
        text.replace("`RouteTable`, ", "`PlacementGroup`, `RouteTable`, "),
};

describe('"Model a resource type" in CONTRIBUTING.md', function () {
    this.timeout(180_000);

    it("lists the files of a resource type", () => {
        assert.deepEqual(filesOf(RECIPE), Object.keys(WRITTEN));
    });

    for (const missing of filesOf(RECIPE)) {
        it(`tells of ${missing} where that is missing`, () => {
            const text = (file: string) => (file === missing ? undefined : "placementGroup");
            assert.deepEqual(findGaps(RECIPE, ["placementGroup"], text), [
                `${missing} is missing (CONTRIBUTING.md, "Model a resource type")`,
            ]);
        });
    }

    it("is followed by every file with a resource type to the list", () => {
        const listed = readFile("simulated-aws/services/index.ts") ?? "";
        const models = filesIn("simulated-aws/services").flatMap((file) =>
            [...(readFile(file) ?? "").matchAll(/^export const (\w+): ResourceModel = /gm)].map(
                ([, name = ""]) => ({ file, name }),
            ),
        );
        assert.ok(models.length > 30);
        assert.deepEqual(
            models.filter(({ name }) => !new RegExp(`^    ${name},$`, "m").test(listed)),
            [],
            "simulated-aws/services/index.ts does not list them",
        );
    });

    it("is followed by every resource type to a spec", () => {
        const specs = filesIn("tests/simulated-aws")
            .filter((file) => !file.endsWith("newType.spec.ts"))
            .map(readFile)
            .join("");
        const untested = resources
            .map(({ schema: { token } }) => token)
            .filter((token) => {
                const [, service = "", type = ""] = /:(\w+)\/.*:(\w+)$/.exec(token) ?? [];
                return !specs.includes(`${service}.${type}`) && !specs.includes(token);
            });
        assert.deepEqual(untested, [], "no spec below tests/simulated-aws/services has them");
    });

    it("leaves the tests of the model green with these files and no others", () => {
        const copy = new WorkingCopy(
            [
                "simulated-aws",
                "tests/simulated-aws",
                "tests/support",
                "CONTRIBUTING.md",
                "package.json",
                "tsconfig.json",
            ],
            ["node_modules"],
        );
        try {
            copy.edit(WRITTEN);
            const compiled = copy.run(
                require.resolve("typescript/bin/tsc"),
                "-p",
                "simulated-aws",
                "--noEmit",
            );
            assert.deepEqual(compiled, { status: 0, text: "" });
            const { status, text } = copy.test(
                "tests/simulated-aws/declarations.spec.ts",
                "tests/simulated-aws/newType.spec.ts",
                "tests/simulated-aws/services/vpc/*.spec.ts",
                "--grep",
                "these files and no others",
                "--invert",
            );
            assert.equal(status, 0, text);
            assert.match(text, /\d+ passing/);
        } finally {
            copy.remove();
        }
    });
});
