import type { Places } from "../../../scripts/rights/right";
import { DEFAULT_ACCOUNT } from "../../../simulated-aws/index";
import { REGION } from "./deployer";

/** What the places stand for in a stack `dev` of the default account, with some of them named. */
export function placesOf(name: string, places: Places): Places {
    return {
        region: REGION,
        account: DEFAULT_ACCOUNT,
        stack: "organization/project/dev",
        name,
        ...places,
    };
}
