import * as fs from "node:fs";
import * as path from "node:path";
import { gunzipSync } from "node:zlib";

import { isUnreachable } from "../evaluator";
import type { Hour } from "../hour";
import { Skipped } from "../step";

/** The models of AWS's APIs from which AWS makes its Python SDK; the newest that was there when this was written. */
const BOTOCORE = "botocore==1.44.8";

/** What a model says of a value. */
export interface Shape {
    type: string;
    members?: { [name: string]: { shape: string } };
    enum?: string[];
    /** Of a text its shortest and longest length, of a number its lowest and highest value. */
    min?: number;
    max?: number;
    pattern?: string;
    /** Whether it is an error; `error.code` where its code is not its name. */
    exception?: boolean;
    error?: { code?: string };
}

/** The model of one service. */
export interface ServiceModel {
    operations: { [name: string]: { input?: { shape: string }; errors?: { shape: string }[] } };
    shapes: { [name: string]: Shape };
}

/** Services as the simulated AWS and as botocore spell them. */
const FOLDERS: { [service: string]: string } = {
    "CloudWatch Logs": "logs",
    EC2: "ec2",
    EKS: "eks",
    Firehose: "firehose",
    IAM: "iam",
    KMS: "kms",
    Organizations: "organizations",
    RAM: "ram",
    "Resource Groups Tagging API": "resourcegroupstaggingapi",
    "Route 53": "route53",
    Route53Profiles: "route53profiles",
    Route53Resolver: "route53resolver",
    S3: "s3",
    STS: "sts",
};

/** Installs the models into an empty folder, and gives a function that reads that of a service. */
export async function serviceModels(hour: Hour): Promise<(service: string) => ServiceModel> {
    const folder = hour.folder();
    const install = ["pip", "install", "--quiet", "--no-deps", "--target", "packages", BOTOCORE];
    try {
        await hour.run(folder, ["python3", "-m", ...install]);
    } catch (error) {
        if (isUnreachable(error) || /No module named pip|ENOENT/.test(String(error))) {
            throw new Skipped(`${BOTOCORE} cannot be fetched with pip of python3`);
        }
        throw error;
    }
    const data = path.join(folder, "packages", "botocore", "data");
    return (service) => {
        const name = FOLDERS[service];
        if (name === undefined) {
            throw new Error(`no folder of botocore is known for ${service}; add it to FOLDERS`);
        }
        const [newest = ""] = fs.readdirSync(path.join(data, name)).sort().reverse();
        const file = path.join(data, name, newest, "service-2.json.gz");
        return JSON.parse(gunzipSync(fs.readFileSync(file)).toString()) as ServiceModel;
    };
}

/** Codes of the errors that a service declares; none where it declares no errors, as EC2. */
export function errorCodesOf({ shapes }: ServiceModel): string[] {
    return Object.entries(shapes)
        .filter(([, { exception, error }]) => exception === true || error !== undefined)
        .map(([name, { error }]) => error?.code ?? name);
}
