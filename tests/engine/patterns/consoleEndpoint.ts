import { interfaceEndpoint, type Place } from "./parts";

/**
 * What the AWS console creates when nobody changes its form: private DNS on, full access, the default group.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export function consoleEndpoint(place: Place): void {
    interfaceEndpoint("eks", place, { privateDnsEnabled: true });
}
