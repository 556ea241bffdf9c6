import * as fs from "node:fs";
import * as path from "node:path";

import { errorCodesOf, type ServiceModel } from "./botocore";
import type { Comparison } from "./comparison";

const SERVICES = path.join(__dirname, "..", "..", "..", "simulated-aws", "services");

/** Files and folders of the simulated AWS whose errors are those of a service that declares its errors. */
const SOURCES: { [place: string]: string } = {
    eks: "EKS",
    "firehose.ts": "Firehose",
    "iam.ts": "IAM",
    "iamExclusive.ts": "IAM",
    kms: "KMS",
    "logs.ts": "CloudWatch Logs",
    "openIdConnectProvider.ts": "IAM",
    profiles: "Route53Profiles",
    ram: "RAM",
    resolver: "Route53Resolver",
    route53: "Route 53",
};

/** Errors that any service answers, which models leave out. https://docs.aws.amazon.com/awssupport/latest/APIReference/CommonErrors.html */
const COMMON = [
    "AccessDenied",
    "AccessDeniedException",
    "Throttling",
    "ValidationError",
    "ValidationException",
];

/** Whether a service declares the error codes with which it refuses here. */
export function compareErrors(modelOf: (service: string) => ServiceModel): Comparison {
    const thrown = Object.entries(SOURCES).flatMap(([place, service]) =>
        codesIn(path.join(SERVICES, place)).map((code) => ({ place, service, code })),
    );
    const declared = (service: string) => [...errorCodesOf(modelOf(service)), ...COMMON];
    const others = fs
        .readdirSync(SERVICES)
        .filter((place) => SOURCES[place] === undefined)
        .flatMap((place) => codesIn(path.join(SERVICES, place)));
    return {
        compared: `${thrown.length} error codes`,
        disagreements: thrown
            .filter(({ service, code }) => !declared(service).includes(code))
            .map(({ place, service, code }) => `${place}: ${service} declares no error ${code}`),
        leftOut: `${new Set(others).size} error codes of EC2, which declares none, and of S3, which declares few`,
    };
}

/** Codes in the sources below a place, each once. */
function codesIn(place: string): string[] {
    const files = fs.statSync(place).isDirectory()
        ? fs.readdirSync(place).map((name) => path.join(place, name))
        : [place];
    const texts = files.map((file) => fs.readFileSync(file, "utf-8"));
    const codes = texts.flatMap((text) => [...text.matchAll(/AwsError\(\s*"([\w.]+)"/g)]);
    return [...new Set(codes.map(([, code = ""]) => code))];
}
