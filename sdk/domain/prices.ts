/** What an interface endpoint costs in a region, without data. */
export interface EndpointPrice {
    region: string;
    /** US dollars per endpoint, zone and hour; each started hour counts whole. */
    hourlyUsd: number;
    /** Where the row was read, and when. */
    source: string;
}

const PRICE_LIST = "AWS Price List, AmazonVPC, usage type VpcEndpoint-Hours, as of 2026-10";
const SEEN_AGAIN = `${PRICE_LIST}, seen again 2026-11-26`;

/** Regions whose price was seen in the AWS Price List. A region that is absent has a price too, only not one known here. */
export const ENDPOINT_PRICES: EndpointPrice[] = [
    { region: "us-east-1", hourlyUsd: 0.01, source: SEEN_AGAIN },
    { region: "us-west-2", hourlyUsd: 0.01, source: SEEN_AGAIN },
    {
        region: "eu-west-1",
        hourlyUsd: 0.011,
        source: "AWS Price List, SKU H37WJ97MHYGDXG2A, effective 2026-05-01, read 2026-11-26",
    },
    { region: "eu-west-2", hourlyUsd: 0.011, source: SEEN_AGAIN },
    { region: "eu-central-1", hourlyUsd: 0.012, source: PRICE_LIST },
    { region: "ap-northeast-1", hourlyUsd: 0.014, source: PRICE_LIST },
    { region: "ap-northeast-2", hourlyUsd: 0.013, source: SEEN_AGAIN },
    { region: "ap-south-1", hourlyUsd: 0.013, source: SEEN_AGAIN },
    { region: "ap-southeast-1", hourlyUsd: 0.013, source: PRICE_LIST },
    { region: "ap-southeast-5", hourlyUsd: 0.0117, source: SEEN_AGAIN },
];

/**
 * US dollars per GB through the endpoints of a region and month: the price holds up to `upToTb`.
 * Source: https://aws.amazon.com/privatelink/pricing/, read 2026-11-22, seen again 2026-11-26.
 */
export const DATA_PRICES: { upToTb: number; perGbUsd: number }[] = [
    { upToTb: 1024, perGbUsd: 0.01 },
    { upToTb: 5 * 1024, perGbUsd: 0.006 },
    { upToTb: Infinity, perGbUsd: 0.004 },
];

/** Hours that AWS counts for a month in its own examples. */
export const HOURS_PER_MONTH = 730;

/**
 * US dollars a month for network interfaces of endpoints (one per endpoint and zone) in a region, without data.
 * Undefined where no price is known.
 */
export function findMonthlyCost(region: string, networkInterfaces: number): number | undefined {
    const price = ENDPOINT_PRICES.find((row) => row.region === region);
    return price === undefined
        ? undefined
        : Math.round(price.hourlyUsd * HOURS_PER_MONTH * networkInterfaces * 100) / 100;
}
