import { demand, derive } from "../checks/checked";
import { clientEnvironment } from "../component/clientEnvironment";
import { findHostNames } from "../domain/hostNames";
import type { VerifiedConsumer } from "./verify";

/** The outputs of a consumer. */
export function outputsOf({ args: { services }, caller }: VerifiedConsumer) {
    return {
        hostNames: demand(
            derive(caller, ({ region }) =>
                Object.fromEntries(
                    services.map((service) => [service, findHostNames(service, region)]),
                ),
            ),
        ),
        // Inside the VPC the usual host names lead to the endpoints, as with private DNS.
        clientEnvironment: demand(
            derive(caller, ({ region }) =>
                clientEnvironment({ region, services, privateDnsEnabled: true }),
            ),
        ),
    };
}
