import type { ProviderConfig } from "../model/provider";
import { isObject, type Properties, read, type Value } from "../model/values";
import { DEFAULT_ACCOUNT } from "../world/createWorld";

/** What the model reads of the provider's configuration. Groups may come as JSON text. */
export function providerConfig(properties: Properties): ProviderConfig {
    const given = read(properties);
    const { AWS_REGION = "", AWS_DEFAULT_REGION = "", SIMULATED_AWS_ACCOUNT } = process.env;
    const region = given.text("region") || AWS_REGION || AWS_DEFAULT_REGION;
    if (region === "") {
        throw new Error("missing region: set aws:region, or AWS_REGION in the environment");
    }
    const roles = unpacked(properties.assumeRoles);
    const last = Array.isArray(roles) ? roles.at(-1) : unpacked(properties.assumeRole);
    const roleArn = isObject(last) ? read(last).text("roleArn") : "";
    const tags = unpacked(properties.defaultTags);
    return {
        account: roleArn.split(":")[4] ?? SIMULATED_AWS_ACCOUNT ?? DEFAULT_ACCOUNT,
        region,
        defaultTags: isObject(tags) ? read(tags).tags() : {},
    };
}

function unpacked(value: Value): Value {
    return typeof value === "string" ? (JSON.parse(value) as Value) : value;
}
