import { compliant, type Example } from "../../support/example";
import { endpoint } from "../../support/resources";

export const example: Example = {
    about: "eks",
    wrong: () =>
        compliant({}, (stack) => [endpoint({ ...stack.endpoint.inputs }, { name: "second" })]),
    right: () => compliant(),
};
