import { writeFileSync } from "node:fs";
import * as path from "node:path";

import { fileStore } from "../../../simulated-aws/index";
import { addNetwork, type Network } from "../../../tests/support/network";
import { deploy } from "../deploy";
import type { Hour } from "../hour";
import { EMPTY, HAS_HOST_NAMES } from "../programs";
import { expectText, Skipped, type Step } from "../step";

/** A program in another language, from a project that has none of our package yet. */
interface Program {
    runtime: string | object;
    /** Files that the project has before the package is added. */
    files: { [name: string]: string };
    /** Shows that the language and its packages can be had; where it fails the step is skipped. */
    needs: string[];
    /** What `pulumi package add` says about importing it. */
    says: RegExp;
    /** The program's file, and its text on a network. */
    main: [string, (network: Network) => string];
    /** What a user runs after writing it. */
    prepare?: string[];
}

const GO_SDK = "github.com/pulumi/pulumi/sdk/v3";

const GO: Program = {
    runtime: "go",
    // What `pulumi new go` leaves, with the version of the SDK that the tests compile, too.
    files: {
        "go.mod": `module first-hour\n\ngo 1.25\n\nrequire ${GO_SDK} v3.256.0\n`,
        "main.go": `package main

import "${GO_SDK}/go/pulumi"

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error { return nil })
}
`,
    },
    needs: ["go", "mod", "download", `${GO_SDK}@v3.256.0`],
    says: /"example\.com\/pulumi-eks-privatelink\/sdk\/go\/eksprivatelink"/,
    main: [
        "main.go",
        ({ vpcId, subnetIds }) => `package main

import (
	"example.com/pulumi-eks-privatelink/sdk/go/eksprivatelink"
	"${GO_SDK}/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		endpoints, err := eksprivatelink.NewEksEndpointSet(ctx, "eks", &eksprivatelink.EksEndpointSetArgs{
			VpcId:     pulumi.String("${vpcId}"),
			SubnetIds: pulumi.ToStringArray([]string{${subnetIds.map((id) => `"${id}"`).join(", ")}}),
		})
		if err != nil {
			return err
		}
		ctx.Export("hostNames", endpoints.HostNames)
		return nil
	})
}
`,
    ],
    prepare: ["go", "mod", "tidy"],
};

const PYTHON: Program = {
    runtime: { name: "python", options: { toolchain: "pip", virtualenv: "venv" } },
    files: { "requirements.txt": "pulumi>=3.259.0,<4.0.0\n" },
    needs: ["python3", "-m", "venv", "venv"],
    says: /import pulumi_eks_privatelink /,
    main: [
        "__main__.py",
        ({ vpcId, subnetIds }) => `import pulumi
from pulumi_eks_privatelink import EksEndpointSet

endpoints = EksEndpointSet("eks", vpc_id="${vpcId}", subnet_ids=${JSON.stringify(subnetIds)})
pulumi.export("hostNames", endpoints.host_names)
`,
    ],
};

/** What a user of Go does with an unpacked tarball. */
export const goProgram = added("Go", GO);

/** What a user of Python does with it. */
export const pythonProgram = added("Python", PYTHON);

function added(language: string, { runtime, files, needs, says, main, prepare }: Program): Step {
    return {
        name: `the plugin, an unpacked tarball, is added to a ${language} project, whose program deploys`,
        needsEngine: true,
        async run(hour) {
            const project = hour.folder({ ...files, "Pulumi.yaml": { ...EMPTY, runtime } });
            await hour.run(project, needs).catch(() => {
                throw new Skipped(`${needs.join(" ")} is not possible here`);
            });
            const add = ["package", "add", hour.unpacked("sdk")];
            expectText(await hour.pulumi(project, add), says);
            const [file, text] = main;
            writeFileSync(path.join(project, file), text(await networkOf(hour)));
            if (prepare !== undefined) {
                await hour.run(project, prepare);
            }
            expectText(await deploy(hour, project), HAS_HOST_NAMES);
        },
    };
}

/** A network that is there already: a program in another language has no SDK of AWS here, which takes long to install. */
function networkOf(hour: Hour): Promise<Network> {
    const store = fileStore(hour.engine?.home.worldPath ?? "");
    return addNetwork(store, { region: "eu-west-1" });
}
