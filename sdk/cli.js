#!/usr/bin/env node
// @ts-nocheck
"use strict";
// The command eks-privatelink.

const { findMissing } = require("./requirements.js");

const missing = findMissing(__dirname, "bin/recover/command.js", ["@pulumi/pulumi"]);
if (missing === undefined) {
    void require("./bin/recover/command.js")
        .main(process.argv.slice(2))
        // Connections to the engine that answered may still be open.
        .then((status) => process.exit(status));
} else {
    process.stderr.write(`${missing}\n`);
    process.exitCode = 2;
}
