import { defineArgs } from "../checks/defineArgs";
import { group, input, listOf, mapOf, oneOf, required, tags, text } from "../checks/shape";
import { checkKnownRegion, checkServices } from "../component/commonArgs";
import { checkNames } from "../component/names";
import { connectionShape } from "../connection/checkConnection";
import { checkHosts } from "../connection/hosts";
import { ShareMethod } from "../connection/method";
import { childNames } from "../connection/names";
import { IpAddressType } from "../domain/addressing";
import type { Problem } from "../domain/problem";
import { EksService } from "../domain/services";
import type { EksEndpointShareArgs, ShareConsumer } from "./args";
import { checkConsumers } from "./checkConsumers";
import { checkPrincipals } from "./checkPrincipals";
import { applyDefaults, type ResolvedArgs } from "./defaults";

/** The arguments of EksEndpointShare. */
export const shareArgs = defineArgs<EksEndpointShareArgs, ResolvedArgs>("EksEndpointShare", {
    shape: group<EksEndpointShareArgs>({
        connection: connectionShape,
        services: listOf(oneOf(EksService)),
        ipAddressType: oneOf(IpAddressType),
        consumers: mapOf(
            group<ShareConsumer>({
                vpcId: required(input(text), "the ID of the VPC"),
                accountId: text,
                region: input(text),
            }),
        ),
        method: oneOf(ShareMethod),
        principals: listOf(text),
        region: text,
        tags,
    }),
    applyDefaults,
    checkName: {
        reads: ["method"],
        check: (name, { method }) =>
            method === ShareMethod.Profile
                ? checkNames(name, [{ kind: "profile", childName: childNames.profile }])
                : [],
    },
    checks: [
        { reads: ["services"], check: checkServices },
        { reads: ["region"], check: checkKnownRegion },
        { reads: ["services", "region"], check: checkKnownHosts },
        { reads: ["consumers", "method", "region"], check: checkConsumers },
        { reads: ["principals", "consumers", "method"], check: checkPrincipals },
    ],
});

/** A region of no known form has been reported as such. */
function checkKnownHosts({ services, region }: ResolvedArgs): Problem[] {
    return checkKnownRegion({ region }).length > 0 ? [] : checkHosts({ services, region });
}
