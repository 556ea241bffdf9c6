// @ts-nocheck
"use strict";
// What has to be there before a package can start. Plain JavaScript that every Node.js reads, and of this folder alone:
// the packages are installed without each other, so each carries the same file.

const { existsSync } = require("fs");
const { join } = require("path");

/** Major version of Node.js below which nothing starts; the versions that a package is made for stand in `engines`. */
const OLDEST_NODE = 20;

/**
 * What keeps a package from starting and what to do about it, in one line; undefined where nothing does.
 * @param folder Folder of the package.
 * @param entry What is to be started, from that folder.
 * @param dependencies Names of those dependencies whose version matters.
 */
function findMissing(folder, entry, dependencies) {
    const { name, version, engines, ...rest } = require(join(folder, "package.json"));
    const needs = `${name} ${version} needs`;
    if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
        const asked = engines.node.replace(">=", "");
        return `${needs} Node.js ${asked} or later, and this is ${process.versions.node} (${process.execPath}); put a newer one on PATH`;
    }
    if (!existsSync(join(folder, entry))) {
        return `${needs} ${join(folder, entry)}, which is not there; run npm ci in a clone of the repository, which builds it, or install ${name} from npm`;
    }
    for (const dependency of dependencies) {
        const range = rest.dependencies[dependency];
        const file = findManifest(dependency, folder);
        if (file === undefined) {
            return `${needs} ${dependency} ${range}, which is not installed; run npm install in ${folder}`;
        }
        const given = require(file).version;
        if (isOlder(given, range)) {
            return `${needs} ${dependency} ${range}, and ${file} is ${given}; run npm install ${dependency}@${range} where that was installed`;
        }
    }
    return undefined;
}

/** The package.json of what a package depends on. */
function findManifest(dependency, folder) {
    try {
        return require.resolve(`${dependency}/package.json`, { paths: [folder] });
    } catch {
        return undefined;
    }
}

/** Whether a version comes before the first one of a caret range. */
function isOlder(version, range) {
    const [given, first] = [version, range].map((text) =>
        text.match(/\d+/g).slice(0, 3).map(Number),
    );
    const differing = first.findIndex((number, i) => number !== given[i]);
    return differing >= 0 && given[differing] < first[differing];
}

module.exports = { findMissing };
