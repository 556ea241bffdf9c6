import { compliant, type Example } from "../../support/example";
import { nativeEndpoint } from "../../support/resources";

export const example: Example = {
    about: "test-dev",
    shown: ["native"],
    wrong: () => compliant({}, () => [nativeEndpoint()]),
    right: () => compliant(),
};
