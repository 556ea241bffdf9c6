import * as assert from "node:assert/strict";
import { withoutNodeModules } from "../../../scripts/demo/findCli";

describe("withoutNodeModules", () => {
    it("takes the folders of npm's executables off a search path", () => {
        assert.equal(
            withoutNodeModules("/a/node_modules/.bin:/usr/bin:/node_modules/.bin:/bin"),
            "/usr/bin:/bin",
        );
    });
});
