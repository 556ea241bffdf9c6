import { compliant, type Example } from "../../support/example";
import { HTTPS_FROM_VPC, vpcRange } from "../../support/resources";

export const example: Example = {
    about: "endpoints",
    shown: ["pod-range"],
    wrong: () => compliant({}, ({ vpc }) => [vpcRange(vpc)]),
    right: () =>
        compliant(
            {
                group: {
                    ingress: [{ ...HTTPS_FROM_VPC, cidrBlocks: ["10.0.0.0/16", "100.64.0.0/16"] }],
                },
            },
            ({ vpc }) => [vpcRange(vpc)],
        ),
};
