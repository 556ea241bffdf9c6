import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";

import * as ts from "typescript";

import * as sdk from "../../../sdk/index";
import type { Mutation } from "./subject";

/** The text of a file in place of the one that is there. */
export interface Changed {
    file: string;
    text: string;
}

/** Runs the modules of a program afresh, and gives the exports of its `index.ts`. */
export function loadProgram(folder: string, changed?: Changed): unknown {
    const modules = new Map<string, { exports: object }>();
    const load = (file: string): object => {
        const known = modules.get(file);
        if (known !== undefined) {
            return known.exports;
        }
        const module = { exports: {} };
        modules.set(file, module);
        const outside = createRequire(file);
        const require = (name: string): unknown => {
            if (name.startsWith(".")) {
                return load(path.join(path.dirname(file), `${name}.ts`));
            }
            return name === "eks-privatelink" ? sdk : outside(name);
        };
        const text = changed?.file === file ? changed.text : fs.readFileSync(file, "utf-8");
        evaluate(text)(module.exports, require, module);
        return module.exports;
    };
    return load(path.join(folder, "index.ts"));
}

type Evaluated = (exports: object, require: (name: string) => unknown, module: object) => void;

const evaluated = new Map<string, Evaluated>();

/** A module of CommonJS, compiled once for each text. */
function evaluate(text: string): Evaluated {
    const known = evaluated.get(text);
    if (known !== undefined) {
        return known;
    }
    const { outputText } = ts.transpileModule(text, {
        compilerOptions: {
            module: ts.ModuleKind.CommonJS,
            target: ts.ScriptTarget.ES2022,
            esModuleInterop: true,
        },
    });
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text of a program is what is changed here
    const fresh = new Function("exports", "require", "module", outputText) as Evaluated;
    evaluated.set(text, fresh);
    return fresh;
}

/** What a mutation makes of a file below a folder. Fails where the text that is to be replaced is not there exactly once. */
export function changeOf(
    { file = "index.ts", replace, by = "" }: Mutation,
    folder: string,
): Changed {
    const place = path.join(folder, file);
    const parts = fs.readFileSync(place, "utf-8").split(replace);
    if (parts.length !== 2) {
        throw new Error(
            `${place} has ${parts.length - 1} times, and has to have once:\n${replace}`,
        );
    }
    return { file: place, text: parts.join(by) };
}
