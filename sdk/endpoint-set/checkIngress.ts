import { familiesOf } from "../domain/addressing";
import { checkCidrBlocks } from "../domain/cidrBlocks";
import { ENDPOINT_PORT, findFamilyProblems, IngressRule } from "../domain/ingress";
import { Problem, within } from "../domain/problem";
import { EndpointIngressArgs } from "./args";
import { ResolvedArgs } from "./defaults";
import { checkKnownItems, isKnownList, knownItems, mayHaveItems } from "./knownItems";

/** Everything that is wrong with who may connect, as far as it is known. */
export function checkClients(args: ResolvedArgs): Problem[] {
    const { ingress, securityGroupIds, verify } = args;
    if (securityGroupIds !== undefined) {
        return checkOwnGroups(args);
    }
    if (ingress !== undefined) {
        return checkIngress(ingress, args.ipAddressType);
    }
    return verify
        ? []
        : [
              {
                  path: "ingress",
                  reason:
                      "is missing, and with verify: false the ranges of the VPC are not looked up; " +
                      "give cidrBlocks, or securityGroupIds of your own",
              },
          ];
}

function checkOwnGroups({ ingress, securityGroupIds }: ResolvedArgs): Problem[] {
    return [
        ...(ingress === undefined
            ? []
            : [
                  {
                      path: "ingress",
                      reason:
                          "has no effect beside securityGroupIds, whose rules are your own; " +
                          "remove one of the two",
                  },
              ]),
        ...(mayHaveItems(securityGroupIds)
            ? []
            : [
                  {
                      path: "securityGroupIds",
                      reason:
                          "is empty, and then AWS attaches the VPC's default group; " +
                          "name a group, or leave it out for a managed one",
                  },
              ]),
    ];
}

/** Everything that is wrong with the clients of the managed group, as far as they are known. */
export function checkIngress(ingress: EndpointIngressArgs, ipAddressType: string): Problem[] {
    const { cidrBlocks, ipv6CidrBlocks, prefixListIds, sourceSecurityGroupIds } = ingress;
    const lists = [cidrBlocks, ipv6CidrBlocks, prefixListIds, sourceSecurityGroupIds];
    if (!lists.some(mayHaveItems)) {
        return [
            {
                path: "ingress",
                reason: "admits nobody; give clients, or leave it out to admit the ranges of the VPC",
            },
        ];
    }
    const malformed = [
        ...checkKnownItems("ingress.cidrBlocks", cidrBlocks, (values) =>
            checkCidrBlocks("ingress.cidrBlocks", values, "ipv4"),
        ),
        ...checkKnownItems("ingress.ipv6CidrBlocks", ipv6CidrBlocks, (values) =>
            checkCidrBlocks("ingress.ipv6CidrBlocks", values, "ipv6"),
        ),
    ];
    return malformed.length > 0 ? malformed : checkFamilies(ingress, ipAddressType);
}

/** Whether the clients and the endpoints speak the same families. */
function checkFamilies(ingress: EndpointIngressArgs, ipAddressType: string): Problem[] {
    const families = familiesOf(ipAddressType);
    const list = { ipv4: "cidrBlocks", ipv6: "ipv6CidrBlocks" } as const;
    const unused = (["ipv4", "ipv6"] as const).filter((family) => !families.includes(family));
    // What comes later may admit clients of any family.
    const open = [ingress.prefixListIds, ingress.sourceSecurityGroupIds].some(mayHaveItems);
    const judged = families.filter((family) => isKnownList(ingress[list[family]] ?? []));
    return [
        ...unused
            .filter((family) => mayHaveItems(ingress[list[family]]))
            .map((family) => ({
                path: `ingress.${list[family]}`,
                reason:
                    `admits clients that the endpoints have no address for, because ipAddressType is "${ipAddressType}"; ` +
                    "remove it or change ipAddressType",
            })),
        ...within("ingress", open ? [] : findFamilyProblems([rangesOf(ingress)], judged)),
    ];
}

/** The rule that the known ranges become. */
function rangesOf({ cidrBlocks, ipv6CidrBlocks }: EndpointIngressArgs): IngressRule {
    const known = (items: EndpointIngressArgs["cidrBlocks"]): string[] =>
        knownItems(items).map(({ value }) => value);
    return {
        path: "",
        ipProtocol: "tcp",
        fromPort: ENDPOINT_PORT,
        toPort: ENDPOINT_PORT,
        cidrBlocks: known(cidrBlocks),
        ipv6CidrBlocks: known(ipv6CidrBlocks),
        prefixListIds: [],
        securityGroupIds: [],
        self: false,
    };
}
