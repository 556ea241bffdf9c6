import type { Problem } from "./problem";

/** An AWS partition: a group of regions with one DNS suffix, one ARN prefix and no trust between it and the others. */
export interface Partition {
    /** As it stands in ARNs: `aws-us-gov`. */
    id: string;
    /** Suffix of the IPv4 host names: `amazonaws.com`. */
    dnsSuffix: string;
    /** Suffix of the dual-stack host names: `api.aws`. */
    dualStackDnsSuffix: string;
    /** Regions of the partition look like this, those opened after this table was written too. */
    regionPattern: RegExp;
    /** Regions with the EKS API; `me-west-1` and `sa-west-1`, open since November 2026, are listed without it. */
    eksRegions: string[];
    /** Where the row was read, and when. */
    source: string;
}

const BOTOCORE =
    "botocore 1.43.107 (2026-10-01) data/partitions.json and data/endpoints.json; unchanged in 1.44.8 (2026-11-26)";

/** Every partition that botocore knows. Host names are held against the AWS SDK for JavaScript in a test. */
export const PARTITIONS: Partition[] = [
    {
        id: "aws",
        dnsSuffix: "amazonaws.com",
        dualStackDnsSuffix: "api.aws",
        regionPattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
        eksRegions: [
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-south-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-central-1",
            "ca-west-1",
            "eu-central-1",
            "eu-central-2",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
        ],
        source: BOTOCORE,
    },
    {
        id: "aws-us-gov",
        dnsSuffix: "amazonaws.com",
        dualStackDnsSuffix: "api.aws",
        regionPattern: /^us-gov-\w+-\d+$/,
        eksRegions: ["us-gov-east-1", "us-gov-west-1"],
        source: BOTOCORE,
    },
    {
        id: "aws-cn",
        dnsSuffix: "amazonaws.com.cn",
        dualStackDnsSuffix: "api.amazonwebservices.com.cn",
        regionPattern: /^cn-\w+-\d+$/,
        eksRegions: ["cn-north-1", "cn-northwest-1"],
        source: BOTOCORE,
    },
    {
        id: "aws-eusc",
        dnsSuffix: "amazonaws.eu",
        dualStackDnsSuffix: "api.amazonwebservices.eu",
        regionPattern: /^eusc-de-\w+-\d+$/,
        eksRegions: ["eusc-de-east-1"],
        source: BOTOCORE,
    },
    {
        id: "aws-iso",
        dnsSuffix: "c2s.ic.gov",
        dualStackDnsSuffix: "api.aws.ic.gov",
        regionPattern: /^us-iso-\w+-\d+$/,
        eksRegions: ["us-iso-east-1", "us-iso-west-1"],
        source: BOTOCORE,
    },
    {
        id: "aws-iso-b",
        dnsSuffix: "sc2s.sgov.gov",
        dualStackDnsSuffix: "api.aws.scloud",
        regionPattern: /^us-isob-\w+-\d+$/,
        eksRegions: ["us-isob-east-1", "us-isob-west-1"],
        source: BOTOCORE,
    },
    {
        id: "aws-iso-e",
        dnsSuffix: "cloud.adc-e.uk",
        dualStackDnsSuffix: "api.cloud-aws.adc-e.uk",
        regionPattern: /^eu-isoe-\w+-\d+$/,
        eksRegions: ["eu-isoe-west-1"],
        source: BOTOCORE,
    },
    {
        id: "aws-iso-f",
        dnsSuffix: "csp.hci.ic.gov",
        dualStackDnsSuffix: "api.aws.hci.ic.gov",
        regionPattern: /^us-isof-\w+-\d+$/,
        eksRegions: ["us-isof-east-1", "us-isof-south-1"],
        source: BOTOCORE,
    },
];

/** The partition of a region, told by the region's name as the AWS SDKs do; undefined for a name of no known form. */
export function findPartition(region: string): Partition | undefined {
    return (
        PARTITIONS.find((partition) => partition.eksRegions.includes(region)) ??
        PARTITIONS.find((partition) => partition.regionPattern.test(region))
    );
}

/** Problems of a region's name. */
export function checkRegion(region: string): Problem[] {
    return findPartition(region) === undefined
        ? [
              {
                  path: "region",
                  reason: `"${region}" has the form of no AWS region; write it as AWS does, for example eu-central-1`,
              },
          ]
        : [];
}

/**
 * The region of an availability zone by its name, local and wavelength zones included; undefined for the ID of a zone.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html, read 2026-11-26.
 */
export function findRegionOfZone(zoneName: string): string | undefined {
    return /^([a-z]{2,}(?:-[a-z]+)+-\d+)(?:[a-z]|-)/.exec(zoneName)?.[1];
}
