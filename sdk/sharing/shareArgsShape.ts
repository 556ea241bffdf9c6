import { connectionShape } from "../checks/connection";
import { group, input, isMissing, listOf, mapOf, oneOf, Shape, tags, text } from "../checks/shape";
import { IpAddressType } from "../domain/addressing";
import { EksService } from "../domain/services";
import { ShareMethod } from "./shareArgs";

const consumer: Shape = (value, path) => {
    const problems = group({ vpcId: input(text), accountId: text, region: input(text) })(
        value,
        path,
    );
    const { vpcId } = (value ?? {}) as { vpcId?: unknown };
    return problems.length === 0 && isMissing(vpcId)
        ? [{ path: `${path}.vpcId`, reason: "is missing; give the ID of the VPC" }]
        : problems;
};

/** The form of EksEndpointShareArgs, for programs that no compiler has checked. */
export const SHARE_ARGS_SHAPE: Shape = group({
    connection: connectionShape,
    services: listOf(oneOf(EksService)),
    ipAddressType: oneOf(IpAddressType),
    consumers: mapOf(consumer),
    method: oneOf(ShareMethod),
    principals: listOf(text),
    region: text,
    tags,
});

/** Arguments that have to be there. */
export const REQUIRED_SHARE_ARGS: { [name: string]: Shape } = {
    connection: connectionShape,
};
