import type { Case, Example } from "../../support/example";
import { compliantNetwork, securityGroup, stackOf, vpc } from "../../support/resources";
import { outputOf } from "../../support/testResource";

/** Two VPCs, of which the endpoint's group is in this one. */
function withGroupIn(place: "vpc" | "tools"): Case {
    const network = compliantNetwork();
    const tools = vpc({ cidrBlock: "10.1.0.0/16" }, { name: "tools" });
    const group = securityGroup(
        { vpcId: outputOf(place === "vpc" ? network.vpc : tools) },
        { name: "https" },
    );
    network.endpoint.inputs.securityGroupIds = [outputOf(group)];
    return { resources: stackOf(network, tools, group) };
}

export const example: Example = {
    about: "eks",
    shown: ["tools", "https", "eks"],
    wrong: () => withGroupIn("tools"),
    right: () => withGroupIn("vpc"),
};
