import { AwsError } from "./errors";
import type { World } from "./types";

/** How a call fails on purpose. */
export type FaultKind =
    /** Too many calls; nothing happened. */
    | "throttled"
    /** The caller has no permission; nothing happened. */
    | "refused"
    /** AWS acted, and the answer never arrived. */
    | "cutOff";

/** Makes one call of an operation fail. */
export interface Fault {
    /** API operation, for example `CreateVpcEndpoint`. */
    operation: string;
    /** Which call of that operation, counted from 1 over the life of the world. */
    nth: number;
    kind: FaultKind;
}

/** Services that answer `ThrottlingException`; EC2 has its own code. */
const EC2_CODE = "RequestLimitExceeded";

/**
 * Counts a call and throws where a fault says so. Returns a function to be called once AWS has acted,
 * which throws for a call that is cut off.
 */
export function enterOperation(world: World, service: string, operation: string): () => void {
    if (!world.faults.some((fault) => fault.operation === operation)) {
        return () => undefined;
    }
    const count = (world.calls[operation] ?? 0) + 1;
    world.calls[operation] = count;
    const fault = world.faults.find((each) => each.operation === operation && each.nth === count);
    if (fault?.kind === "throttled") {
        throw service === "EC2"
            ? new AwsError(EC2_CODE, "Request limit exceeded.")
            : new AwsError("ThrottlingException", "Rate exceeded");
    }
    if (fault?.kind === "refused") {
        throw service === "EC2"
            ? new AwsError(
                  "UnauthorizedOperation",
                  "You are not authorized to perform this operation.",
              )
            : new AwsError(
                  "AccessDeniedException",
                  `User is not authorized to perform this action: ${operation}`,
              );
    }
    return () => {
        if (fault?.kind === "cutOff") {
            throw new AwsError(
                "RequestError",
                "send request failed caused by: connection reset by peer",
            );
        }
    };
}
