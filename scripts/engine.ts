import { readdirSync } from "node:fs";
import { join } from "node:path";

import { engineHome } from "../simulated-aws/index";
import { findInstalledCli } from "../tests/support/installedCli";

// Says in one line on which engine the tests of this machine run, for .ci/run.

const AWSX = "resource-awsx-v";

async function describeEngine(): Promise<string> {
    const cli = await findInstalledCli();
    if (cli === undefined) {
        return "no Pulumi CLI, so tests that need the engine are among the skipped";
    }
    const home = await engineHome();
    const plugins = readdirSync(join(home.env.PULUMI_HOME ?? "", "plugins"));
    home.remove();
    const awsx = plugins.find((name) => name.startsWith(AWSX))?.replace(AWSX, "with awsx ");
    const version = cli.version?.toString() ?? "";
    return `engine: Pulumi ${version} ${awsx ?? "without awsx, so its tests are among the skipped"}`;
}

void describeEngine().then((line) => process.stdout.write(`${line}\n`));
