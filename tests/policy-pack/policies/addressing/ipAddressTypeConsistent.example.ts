import { spoilt } from "../../support/example";

export const example = spoilt("eks", {
    endpoint: { ipAddressType: "ipv4", dnsOptions: { dnsRecordIpType: "dualstack" } },
});
