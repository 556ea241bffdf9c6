// @ts-nocheck
"use strict";
// `main` of package.json: what the engine starts as a plugin, from whichever folder the user is in.

const { readFileSync } = require("fs");
const { sep } = require("path");

// The engine's runner compiles what it loads by the tsconfig.json of the user's folder; where that says `allowJs`, this
// package too, with a compiler that is older than the JavaScript in it.
const load = require.extensions[".js"];
require.extensions[".js"] = (module, file) => {
    if (file.startsWith(__dirname + sep)) {
        module._compile(readFileSync(file, "utf8"), file);
    } else {
        load(module, file);
    }
};

// Names of files in variables, so that such a compiler does not follow them.
const [requirements, closures] = ["./requirements.js", "./deferClosures.js"];
const [plugin, sdk] = ["./bin/plugin.js", "@pulumi/pulumi"];
const missing = require(requirements).findMissing(__dirname, plugin, [sdk]);
require(closures).deferClosures();
if (missing === undefined) {
    require(plugin);
} else {
    refuse(missing);
}

/**
 * Answers what is missing. A plugin that ended instead would be called a bug by the engine, which is left where there is no SDK
 * to answer with.
 */
function refuse(reason) {
    const found = findSdk();
    if (found === undefined) {
        process.stderr.write(`${reason}\n`);
        process.exitCode = 1;
        return;
    }
    const answer = () => Promise.reject(new Error(reason));
    const { version } = require("./package.json");
    found.provider.main({ version, getSchema: answer, construct: answer }, process.argv.slice(2));
}

function findSdk() {
    try {
        return require(sdk);
    } catch {
        return undefined;
    }
}
