import * as assert from "node:assert/strict";
import { rootsOnPath } from "./installedCli";

describe("rootsOnPath", () => {
    it("finds the folders above those named bin, without npm's", () => {
        assert.deepEqual(
            rootsOnPath(
                "/a/node_modules/.bin:/usr/bin:/opt/pulumi/bin:/sbin:/b/node_modules/c/bin",
            ),
            ["/usr", "/opt/pulumi"],
        );
    });
});
