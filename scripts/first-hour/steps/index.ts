import type { Step } from "../step";
import { clone } from "./clone";
import { evaluator, evaluatorOfCalls } from "./evaluator";
import { ownPack } from "./examples";
import { executablePlugin } from "./executable";
import {
    dotnetExample,
    goExample,
    javaExample,
    pythonExample,
    yamlExample,
} from "./languageExamples";
import { oldNode } from "./oldNode";
import { packOnOldSdk, pluginOnOldSdk } from "./oldSdk";
import { goProgram, pythonProgram } from "./otherLanguages";
import { packAlone } from "./packAlone";
import { packCommand } from "./packCommand";
import { pluginCopied, pluginForJavaScript, pluginInstalled, pluginUnpacked } from "./plugin";
import { botocoreModels } from "./serviceModels";
import { simulatorCommand, simulatorInTests } from "./simulator";
import { simulatorUnderRunners } from "./testRunners";
import { typescriptProgram } from "./typescriptProgram";
import { unitTests } from "./unitTests";
import { packWithoutBin, pluginWithoutBin } from "./withoutBin";

/** The first hour, in its order; what goes wrong for good reason comes last. */
export const steps: Step[] = [
    packAlone,
    packCommand,
    pluginInstalled,
    pluginUnpacked,
    pluginCopied,
    pluginForJavaScript,
    executablePlugin,
    typescriptProgram,
    unitTests,
    pythonProgram,
    goProgram,
    pythonExample,
    goExample,
    javaExample,
    dotnetExample,
    yamlExample,
    ownPack,
    simulatorInTests,
    simulatorUnderRunners,
    simulatorCommand,
    clone,
    evaluator,
    evaluatorOfCalls,
    botocoreModels,
    pluginWithoutBin,
    packWithoutBin,
    oldNode,
    pluginOnOldSdk,
    packOnOldSdk,
];
