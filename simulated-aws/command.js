#!/usr/bin/env node
"use strict";
// The command eks-privatelink-simulator.

const { main } = require("./bin/command/index.js");

main(process.argv.slice(2)).then(
    (status) => {
        process.exitCode = status;
    },
    (error) => {
        process.stderr.write(`${error.stack}\n`);
        process.exitCode = 3;
    },
);
