import assert from "node:assert/strict";

import { hasLanguageHost } from "../../scripts/engine/languageHost";
import { expectedArguments } from "./languages/arguments";
import { seeDotnetArguments, seeJavaArguments, seeNodejsArguments } from "./languages/generated";
import { useEngine } from "./support";

describe("a generated SDK names, types and describes the arguments of a set as its users expect", function () {
    this.timeout(120_000);
    const engine = useEngine();

    it("in Node.js, where it compiles", () => {
        assert.deepEqual(seeNodejsArguments(engine()), expectedArguments("Node.js"));
    });

    it("in Java", function () {
        if (!hasLanguageHost(engine().cli, "java")) {
            this.skip();
        }
        assert.deepEqual(seeJavaArguments(engine()), expectedArguments("Java"));
    });

    it("in .NET", async function () {
        if (!hasLanguageHost(engine().cli, "dotnet")) {
            this.skip();
        }
        assert.deepEqual(await seeDotnetArguments(engine()), expectedArguments(".NET"));
    });
});
