import type { oneSet } from "./programs";
import type { Ground, Update } from "./scene";

/** A change of a stack, or of several one after the other. */
export interface Row extends Update {
    title: string;
    /** The updates that follow and belong to the change. Defaults to none. */
    later?: Update[];
    /** What is lost without need of AWS, and why that is taken; the preview has to say it all the same. */
    accepted?: string;
    /** Where no preview can say what is lost, and the documentation does. */
    documented?: Documented;
    /** Whether a preview refuses it, or the first of its updates. Defaults to false. */
    isRefused?: boolean;
    /** Why it cannot be judged on this machine, where that is so. Defaults to nothing. */
    findMissing?(): Promise<string | undefined>;
    /** Brings about what is there before. */
    prepare(scene: Ground): Promise<void>;
}

/** What the documentation says in place of a preview. */
export interface Documented {
    /** Why no preview says it. */
    because: string;
    /** Sentence of sdk/README.md. */
    sentence: string;
}

/** Arguments of a set in which rows differ. */
export type SetArgs = Parameters<typeof oneSet>[1];

/** The default services and one more. */
export const MORE = ["eks", "eks-auth", "oidc-eks", "eks-proxy"] as const;

/** Both address families. */
export const DUAL = { ipAddressType: "dualstack" } as const;

/** What the documentation says of a share that goes. */
function withoutShare(because: string): { documented: Documented } {
    const sentence =
        "Destroying an EksEndpointShare, or taking it out of a program, leaves its host names without an answer for about a " +
        "minute in the hub's VPC, because AWS deletes no zone before its records.";
    return { documented: { because, sentence } };
}

/** A share that is destroyed with its stack. */
export const SHARE_DESTROYED = withoutShare("a destroy runs no program");

/** A share that its program no longer has. */
export const SHARE_REMOVED = withoutShare(
    "no share is left to say it, and its set cannot know that none follows: a program in another language has each component " +
        "made by a call of its own, and does not say when it has made the last",
);
