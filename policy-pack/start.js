"use strict";
// `main` of package.json and PulumiPolicy.yaml: what the engine starts as a policy pack. An older @pulumi/pulumi beside
// it does no harm, because the pack brings its own.

const { findMissing } = require("./requirements.js");

const missing = findMissing(__dirname, "bin/index.js", []);
if (missing === undefined) {
    require("./bin/index.js");
} else {
    // Of an error with this mark the engine shows the message and no stack.
    throw Object.assign(new Error(missing), { __pulumiRunError: true });
}
