// @ts-nocheck
"use strict";
// What the Pulumi SDK serialises functions with, npm's dependency resolver and TypeScript, takes most of the time that it
// takes to load. A plugin serialises no function, so its SDK loads these when one of their functions is called.

const Module = require("module");

/** Modules of the SDK, and the functions that each exports. */
const CLOSURES = {
    "@pulumi/pulumi/runtime/closure/serializeClosure.js": [
        "serializeFunction",
        "serializeFunctionAsync",
    ],
    "@pulumi/pulumi/runtime/closure/codePaths.js": ["computeCodePaths"],
};

/** Defers them in this process; to be called before the SDK is loaded. */
function deferClosures() {
    for (const [name, functions] of Object.entries(CLOSURES)) {
        const file = findModule(name);
        if (file !== undefined && require.cache[file] === undefined) {
            require.cache[file] = deferred(file, functions);
        }
    }
}

/** An SDK without such a module is as quick as it is. */
function findModule(name) {
    try {
        return require.resolve(name);
    } catch {
        return undefined;
    }
}

/** A module whose functions load the one in the file and hand on to it. */
function deferred(file, functions) {
    const standIn = Object.assign(new Module(file, module), { filename: file, loaded: true });
    const load = () => {
        if (require.cache[file] === standIn) {
            delete require.cache[file];
        }
        return require(file);
    };
    for (const name of functions) {
        standIn.exports[name] = (...args) => load()[name](...args);
    }
    return standIn;
}

module.exports = { deferClosures };
