import {
    consumerGrants,
    inboundDnsGrants,
    setGrants,
    shareGrants,
} from "../../scripts/rights/grants";
import { placesOf } from "../../scripts/rights/places";
import type { Grant } from "../../scripts/rights/scenario";
import { REGION } from "../support";
import { type Example, type Language, stackOf } from "./project";

/** Where an example is deployed, and what it meets there. */
export interface Surroundings {
    account: string;
    vpcId: string;
    /** Defaults to none, where the example has no component in subnets. */
    subnetIds?: string[];
    /** VPCs of the consumers of a hub. Defaults to none. */
    consumerVpcIds?: string[];
    /** Hosted zones that a hub has shared. Defaults to none. */
    zoneIds?: string[];
}

/** The rights that the documentation names for the components of an example, and for nothing else. */
export function grantsOf(
    language: Language,
    example: Example,
    { account, vpcId, subnetIds = [], consumerVpcIds = [], zoneIds = [] }: Surroundings,
): Grant[] {
    const places = (name: string) =>
        placesOf(name, {
            region: REGION,
            account,
            stack: stackOf(language, example),
            "vpc-id": vpcId,
            "subnet-id": subnetIds,
            "consumer-vpc-id": consumerVpcIds,
            "consumer-region": REGION,
            "zone-id": zoneIds,
        });
    if (example === "spoke") {
        return consumerGrants(places("eks"), "hostedZones");
    }
    const set = setGrants(places("eks"), "log group");
    switch (example) {
        case "perimeter":
            return set;
        case "hub":
            return [...set, ...shareGrants(places("share"), "hostedZones")];
        case "on-premises":
            return [...set, ...inboundDnsGrants(places(DNS_NAMES[language] ?? "eks-dns"))];
    }
}

/** What the component for DNS servers outside AWS is called where its name is that of a variable. */
const DNS_NAMES: { [L in Language]?: string } = { YAML: "dns" };
