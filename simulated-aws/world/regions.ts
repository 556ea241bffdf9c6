/** A partition of AWS. Simulated table, kept apart from the product's own so that tests compare two. */
export interface Partition {
    name: string;
    dnsSuffix: string;
    dualStackSuffix: string;
    reverseDnsPrefix: string;
}

const PARTITIONS: [prefix: RegExp, partition: Partition][] = [
    [
        /^us-gov-/,
        {
            name: "aws-us-gov",
            dnsSuffix: "amazonaws.com",
            dualStackSuffix: "api.aws",
            reverseDnsPrefix: "com.amazonaws",
        },
    ],
    [
        /^cn-/,
        {
            name: "aws-cn",
            dnsSuffix: "amazonaws.com.cn",
            dualStackSuffix: "api.amazonwebservices.com.cn",
            reverseDnsPrefix: "cn.com.amazonaws",
        },
    ],
    [
        /^eusc-/,
        {
            name: "aws-eusc",
            dnsSuffix: "amazonaws.eu",
            dualStackSuffix: "api.amazonwebservices.eu",
            reverseDnsPrefix: "eu.amazonaws",
        },
    ],
    [
        /^/,
        {
            name: "aws",
            dnsSuffix: "amazonaws.com",
            dualStackSuffix: "api.aws",
            reverseDnsPrefix: "com.amazonaws",
        },
    ],
];

/** The partition a region belongs to. */
export function partitionOf(region: string): Partition {
    const found = PARTITIONS.find(([prefix]) => prefix.test(region));
    if (found === undefined) {
        throw new Error(`no partition for region ${region}`);
    }
    return found[1];
}

export interface Zone {
    /** Name in the account, for example `eu-west-1a`. */
    name: string;
    /** ID that is the same for every account, for example `euw1-az1`. */
    id: string;
}

const DIRECTIONS: { [key: string]: string } = {
    gov: "g",
    north: "n",
    south: "s",
    east: "e",
    west: "w",
    central: "c",
    northeast: "ne",
    northwest: "nw",
    southeast: "se",
    southwest: "sw",
};

/** The zones of a region: three everywhere, `a` to `c`. */
export function zonesOf(region: string): Zone[] {
    const short = region
        .split("-")
        .map((part) => DIRECTIONS[part] ?? part)
        .join("");
    return ["a", "b", "c"].map((letter, index) => ({
        name: `${region}${letter}`,
        id: `${short}-az${index + 1}`,
    }));
}
