import { interfaceEndpoint, type Place } from "./parts";

/**
 * Only what the provider asks for: without `privateDnsEnabled` the names stay public.
 * https://www.pulumi.com/registry/packages/aws/api-docs/ec2/vpcendpoint/
 */
export function providerDefaults(place: Place): void {
    interfaceEndpoint("eks", place);
}
