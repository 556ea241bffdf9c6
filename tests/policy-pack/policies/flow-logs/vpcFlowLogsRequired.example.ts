import { compliant, type Example } from "../../support/example";

export const example: Example = {
    about: "vpc",
    wrong: () => {
        const { resources } = compliant();
        return { resources: resources.filter(({ name }) => name !== "log") };
    },
    right: () => compliant(),
};
