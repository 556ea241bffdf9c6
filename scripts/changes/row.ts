import type { oneSet } from "./programs";
import type { Ground, Update } from "./scene";

/** A change of a stack, or of several one after the other. */
export interface Row extends Update {
    title: string;
    /** The updates that follow and belong to the change. Defaults to none. */
    later?: Update[];
    /** What is lost without need of AWS, and why that is taken; the preview has to say it all the same. */
    accepted?: string;
    /** Sentence of sdk/README.md that says what is lost where no program runs that could say it. */
    documented?: string;
    /** Whether a preview refuses it, or the first of its updates. Defaults to false. */
    isRefused?: boolean;
    /** Brings about what is there before. */
    prepare(scene: Ground): Promise<void>;
}

/** Arguments of a set in which rows differ. */
export type SetArgs = Parameters<typeof oneSet>[1];

/** The default services and one more. */
export const MORE = ["eks", "eks-auth", "oidc-eks", "eks-proxy"] as const;

/** Both address families. */
export const DUAL = { ipAddressType: "dualstack" } as const;

/** What nobody is left to say. */
export const DESTROYED = {
    documented:
        "Destroying an EksEndpointShare, or taking it out of a program, leaves its host names without an answer for about a " +
        "minute in the hub's VPC, because AWS deletes no zone before its records.",
};
