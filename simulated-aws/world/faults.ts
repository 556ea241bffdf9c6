import { AwsError } from "./errors";

/** How a call fails on purpose. */
export type FaultKind =
    /** Too many calls; nothing happened. */
    | "throttled"
    /** The caller has no permission; nothing happened. */
    | "refused"
    /** AWS acted, and the answer never arrived. */
    | "cutOff"
    /** AWS acted and answered, and the provider's wait for the result timed out. */
    | "waitFailed"
    /** AWS acted, and the engine was killed before it heard of it. */
    | "engineKilled";

/** Makes calls of an operation fail. */
export interface Fault {
    /** API operation, for example `CreateVpcEndpoint`. */
    operation: string;
    /** What becomes of the call. */
    kind: FaultKind;
    /** Which call it is, counted from 1 over the life of the world among those that the fault is about. Defaults to 1. */
    nth?: number;
    /** Whether all calls after that one fail too. Defaults to false. */
    onwards?: boolean;
    /** Only calls of this account. Defaults to all. */
    account?: string;
    /** Only calls for the resource of this name; look-ups have none. Defaults to all. */
    resource?: string;
}

/** A call, as far as faults tell calls apart. */
export interface Call {
    service: string;
    operation: string;
    account: string;
    /** Name of the resource in its program; empty for a look-up. */
    resource: string;
}

/** Services that answer `ThrottlingException`; EC2 has its own code. */
const EC2_CODE = "RequestLimitExceeded";

/** The part of the world that faults are kept in. */
export interface Faulty {
    faults: Fault[];
    /** Calls seen so far of the operations that `faults` names. */
    calls: { [key: string]: number };
}

/** Answers that the engine does not get as they are. */
export type LateFault = "waitFailed" | "engineKilled" | undefined;

/**
 * Counts a call and throws where a fault says so. Returns a function to be called once AWS has acted, which throws for a
 * call that is cut off and says what else becomes of the answer.
 */
export function enterOperation(world: Faulty, call: Call): () => LateFault {
    const kind = kindOfFault(world, call);
    if (kind === "throttled") {
        throw call.service === "EC2"
            ? new AwsError(EC2_CODE, "Request limit exceeded.")
            : new AwsError("ThrottlingException", "Rate exceeded");
    }
    if (kind === "refused") {
        throw call.service === "EC2"
            ? new AwsError(
                  "UnauthorizedOperation",
                  "You are not authorized to perform this operation.",
              )
            : new AwsError(
                  "AccessDeniedException",
                  `User is not authorized to perform this action: ${call.operation}`,
              );
    }
    return () => {
        if (kind === "cutOff") {
            throw new AwsError(
                "RequestError",
                "send request failed caused by: connection reset by peer",
            );
        }
        return kind === "waitFailed" || kind === "engineKilled" ? kind : undefined;
    };
}

/** Counts the call for every fault that is about it. Faults about the same calls share their count. */
function kindOfFault(world: Faulty, call: Call): FaultKind | undefined {
    const about = world.faults.filter((fault) => isAbout(fault, call));
    for (const key of new Set(about.map(keyOf))) {
        world.calls[key] = (world.calls[key] ?? 0) + 1;
    }
    return about.find((fault) => {
        const count = world.calls[keyOf(fault)] ?? 0;
        const nth = fault.nth ?? 1;
        return fault.onwards === true ? count >= nth : count === nth;
    })?.kind;
}

function isAbout({ operation, account, resource }: Fault, call: Call): boolean {
    return (
        operation === call.operation &&
        (account === undefined || account === call.account) &&
        (resource === undefined || resource === call.resource)
    );
}

function keyOf({ operation, account, resource }: Fault): string {
    return [operation, account, resource].filter((part) => part !== undefined).join(" ");
}
