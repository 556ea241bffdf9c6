import { spoilt } from "../../support/example";
import { HTTPS_FROM_VPC } from "../../support/resources";

export const example = spoilt("endpoints", {
    group: { ingress: [{ ...HTTPS_FROM_VPC, toPort: 444 }] },
});
