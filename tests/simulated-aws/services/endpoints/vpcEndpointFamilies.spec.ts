import { describe, it } from "mocha";

import type { Properties } from "../../../../simulated-aws/model/values";
import { createWorld } from "../../../../simulated-aws/world/createWorld";
import {
    dualStackSubnet,
    dualStackVpc,
    endpointInputs,
    Engine,
    ipv6Subnet,
} from "../../support/engine";
import { refused } from "../../support/refused";

const EKS = "com.amazonaws.eu-west-1.eks";

describe("address families that EC2 refuses in an endpoint", () => {
    const families: [string, string, string, (index: number) => Properties, Properties][] = [
        ["dualstack in IPv4 subnets", "dualstack", "subnet: <subnet 0>", () => ({}), {}],
        ["ipv6 in dual-stack subnets", "ipv6", "subnet: <subnet 0>", dualStackSubnet, dualStackVpc],
        ["ipv4 in IPv6-only subnets", "ipv4", "subnet: <subnet 0>", ipv6Subnet, dualStackVpc],
    ];
    for (const [title, ipAddressType, where, subnet, vpc] of families) {
        it(title, () =>
            refused(
                `InvalidParameter: IP address type ${ipAddressType} is not supported by the ${where}.`,
                (place) => endpointInputs(place, "eks", { ipAddressType }),
                { subnet, vpc },
            ),
        );
    }

    it("a family that the service does not have", () => {
        const world = createWorld({
            endpointServices: { "eu-west-1": { [EKS]: { ipAddressTypes: ["ipv4"] } } },
        });
        return refused(
            `InvalidParameter: IP address type dualstack is not supported by the service ${EKS}.`,
            (place) => endpointInputs(place, "eks", { ipAddressType: "dualstack" }),
            { engine: new Engine(world), vpc: dualStackVpc, subnet: dualStackSubnet },
        );
    });

    for (const [ipAddressType, dnsRecordIpType] of [
        ["ipv4", "dualstack"],
        ["ipv4", "ipv6"],
        ["ipv4", "service-defined"],
        ["ipv6", "ipv4"],
        ["ipv6", "dualstack"],
    ] as const) {
        it(`${dnsRecordIpType} records for an ${ipAddressType} endpoint`, () =>
            refused(
                `InvalidParameter: DNS record IP type ${dnsRecordIpType} is not supported with IP address type ${ipAddressType}.`,
                (place) =>
                    endpointInputs(place, "eks", {
                        ipAddressType,
                        dnsOptions: { dnsRecordIpType },
                    }),
            ));
    }
});
