import { compliant, type Example } from "../../support/example";
import { ingressRule } from "../../support/resources";
import { outputOf } from "../../support/testResource";

const spoke = { cidrIpv4: "10.1.0.0/16", description: "EKS APIs from the spoke" };

export const example: Example = {
    about: "endpoints",
    shown: ["spoke"],
    wrong: () =>
        compliant({}, ({ group }) => [
            ingressRule({ securityGroupId: outputOf(group), ...spoke }, { name: "spoke" }),
        ]),
    right: () =>
        compliant({ group: { ingress: undefined } }, ({ group }) => [
            ingressRule({ securityGroupId: outputOf(group) }, { name: "vpc-range" }),
            ingressRule({ securityGroupId: outputOf(group), ...spoke }, { name: "spoke" }),
        ]),
};
