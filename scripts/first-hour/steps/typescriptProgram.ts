import { version } from "typescript";

import { deploy } from "../deploy";
import { HAS_HOST_NAMES } from "../programs";
import { expectText, type Step } from "../step";

const PROGRAM = `import * as aws from "@pulumi/aws";
import { EksEndpointSet } from "eks-privatelink";

const vpc = new aws.ec2.Vpc("network", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true });
const subnets = ["a", "b"].map(
    (zone, i) =>
        new aws.ec2.Subnet(zone, {
            vpcId: vpc.id,
            cidrBlock: \`10.0.\${i}.0/24\`,
            availabilityZone: \`eu-west-1\${zone}\`,
        }),
);
const endpoints = new EksEndpointSet("eks", { vpcId: vpc.id, subnetIds: subnets.map(({ id }) => id) });
export const { hostNames } = endpoints;
`;

/** What `pulumi new aws-typescript` leaves, with our package. */
export const typescriptProgram: Step = {
    name: "a TypeScript program with the library deploys",
    needsEngine: true,
    async run(hour) {
        const project = hour.folder({
            "Pulumi.yaml": { name: "first-hour", runtime: "nodejs" },
            "package.json": { private: true, main: "index.ts" },
            "tsconfig.json": {
                compilerOptions: {
                    strict: true,
                    target: "es2020",
                    module: "commonjs",
                    moduleResolution: "node",
                    skipLibCheck: true,
                },
                files: ["index.ts"],
            },
            "index.ts": PROGRAM,
        });
        const typescript = [`typescript@${version}`, "@types/node"];
        await hour.install(project, [hour.tarball("sdk"), ...typescript]);
        expectText(await deploy(hour, project), HAS_HOST_NAMES);
    },
};
