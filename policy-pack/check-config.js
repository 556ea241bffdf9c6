#!/usr/bin/env node
"use strict";
// The command eks-privatelink-check-config.

const { findMissing } = require("./requirements.js");

const missing = findMissing(__dirname, "bin/checkConfig.js", []);
if (missing === undefined) {
    require("./bin/checkConfig.js");
} else {
    process.stderr.write(`${missing}\n`);
    process.exitCode = 2;
}
