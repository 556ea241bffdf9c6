import type { ShareMethod } from "eks-privatelink";

import { consumerRights } from "../../../scripts/rights/consumer";
import { endpointSetRights } from "../../../scripts/rights/endpointSet";
import { inboundDnsRights } from "../../../scripts/rights/inboundDns";
import type { Places, RightsOf } from "../../../scripts/rights/right";
import { shareRights } from "../../../scripts/rights/share";
import type { Grant } from "./scenario";

function grant(rights: RightsOf[], places: Places): Grant[] {
    return rights.map((each) => ({ ...each, places }));
}

/** Rights of a set of a name with a flow log there. */
export function setGrants(places: Places, destination: "log group" | "bucket"): Grant[] {
    const other = destination === "bucket" ? "log group" : "bucket";
    return grant(
        endpointSetRights.filter(({ when }) => !when.includes(`in a ${other}`)),
        places,
    );
}

/** Rights of a share of a name that has consumers only. */
export function shareGrants(places: Places, method: ShareMethod): Grant[] {
    return grant(
        shareRights.filter(({ when }) => method === "profile" || !when.startsWith("With")),
        places,
    );
}

/** Rights of a consumer of a name. */
export function consumerGrants(places: Places, method: ShareMethod): Grant[] {
    return grant(
        consumerRights.filter(({ when }) => when === "Checks" || when.includes(method)),
        places,
    );
}

/** Rights of an inbound DNS of a name. */
export function inboundDnsGrants(places: Places): Grant[] {
    return grant(inboundDnsRights, places);
}
