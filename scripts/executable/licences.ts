import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";

import { Failure } from "../failure";

const LICENCE = /^licen[cs]e(\.(md|txt))?$/i;

/**
 * The licences of everything in the executable, which ask to be handed on with it: ours, those of the packages in the
 * bundle, and that of Node.js.
 * @param root Folder of the repository.
 * @param inputs Files that went into the bundle, from that folder.
 * @param node The `node` that runs the bundle.
 */
export function licencesOf(root: string, inputs: string[], node: string): string {
    const packages = new Set(
        inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []),
    );
    const named = [
        ["eks-privatelink", licenceIn(path.join(root, "sdk"))],
        ...[...packages]
            .sort()
            .map((folder) => [
                folder.replace(/^.*node_modules\//, ""),
                licenceOfPackage(path.join(root, folder)),
            ]),
        // Node.js keeps it above `bin`, and on Windows beside node.exe.
        ["Node.js", licenceIn(path.dirname(path.dirname(node)), path.dirname(node))],
    ];
    return named.map(([name, text]) => `${name}\n\n${text?.trim() ?? ""}\n`).join("\n\n");
}

/** Some packages have no file of a licence, but name it. */
function licenceOfPackage(folder: string): string {
    const { license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf-8")) as {
        license: string;
    };
    return findLicence(folder) ?? license;
}

function licenceIn(...folders: string[]): string {
    const [text] = folders.flatMap((folder) => findLicence(folder) ?? []);
    if (text === undefined) {
        throw new Failure(`there is no licence in ${folders.join(" or ")}`);
    }
    return text;
}

function findLicence(folder: string): string | undefined {
    const file = existsSync(folder)
        ? readdirSync(folder).find((each) => LICENCE.test(each))
        : undefined;
    return file === undefined ? undefined : readFileSync(path.join(folder, file), "utf-8");
}
