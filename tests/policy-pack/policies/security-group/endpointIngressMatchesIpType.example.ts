import { spoilt } from "../../support/example";
import { HTTPS_FROM_VPC } from "../../support/resources";

const DUAL_STACK = {
    subnet: { ipv6CidrBlock: "2001:db8:1::/64" },
    other: { ipv6CidrBlock: "2001:db8:1:1::/64" },
    endpoint: { ipAddressType: "dualstack" },
};

export const example = spoilt("eks", DUAL_STACK, {
    ...DUAL_STACK,
    group: { ingress: [{ ...HTTPS_FROM_VPC, ipv6CidrBlocks: ["2001:db8:1::/56"] }] },
});
