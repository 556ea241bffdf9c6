import { compliant, type Example } from "../../support/example";

export const example: Example = {
    about: "eks",
    wrong: () => {
        const { resources } = compliant();
        return { resources: resources.filter(({ name }) => name !== "oidc-eks") };
    },
    right: () => compliant(),
};
