import { defineArgs } from "../checks/defineArgs";
import { flag, group, input, listOf, oneOf, required, tags, text } from "../checks/shape";
import { checkKnownRegion, checkKnownVpcId, checkServices } from "../component/commonArgs";
import { checkNames } from "../component/names";
import { connectionShape } from "../connection/checkConnection";
import { checkHosts } from "../connection/hosts";
import { ShareMethod } from "../connection/method";
import { childNames } from "../connection/names";
import { EksService } from "../domain/services";
import type { EksEndpointConsumerArgs } from "./args";
import { applyDefaults, type ResolvedArgs } from "./defaults";

/** The arguments of EksEndpointConsumer. */
export const consumerArgs = defineArgs<EksEndpointConsumerArgs, ResolvedArgs>(
    "EksEndpointConsumer",
    {
        shape: group<EksEndpointConsumerArgs>({
            connection: connectionShape,
            vpcId: required(input(text), "the ID of the VPC"),
            services: listOf(oneOf(EksService)),
            method: oneOf(ShareMethod),
            region: text,
            verify: flag,
            tags,
        }),
        applyDefaults,
        checkName: {
            reads: ["method"],
            check: (name, { method }) =>
                method === ShareMethod.Profile
                    ? checkNames(name, [
                          {
                              kind: "profileAssociation",
                              childName: childNames.profileAssociation,
                          },
                      ])
                    : [],
        },
        checks: [
            { reads: ["vpcId"], check: checkKnownVpcId },
            { reads: ["services"], check: checkServices },
            { reads: ["region"], check: checkKnownRegion },
            { reads: ["services", "region"], check: checkHosts },
        ],
    },
);
