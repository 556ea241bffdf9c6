import { compliant, type Example } from "../../support/example";
import { cloudControlEndpoint } from "../../support/resources";

export const example: Example = {
    about: "test-dev",
    shown: ["untyped"],
    wrong: () => compliant({}, () => [cloudControlEndpoint()]),
    right: () => compliant(),
};
