#!/usr/bin/env node
"use strict";
// The command eks-privatelink-simulator.

const { findMissing } = require("./requirements.js");

const missing = findMissing(__dirname, "bin/command/index.js", []);
if (missing === undefined) {
    require("./bin/command/index.js")
        .main(process.argv.slice(2))
        .then(
            (status) => {
                process.exitCode = status;
            },
            (error) => {
                process.stderr.write(`${error.stack}\n`);
                process.exitCode = 3;
            },
        );
} else {
    process.stderr.write(`${missing}\n`);
    process.exitCode = 2;
}
