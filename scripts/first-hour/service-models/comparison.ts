/** What was compared, and what did not agree. */
export interface Comparison {
    /** How many things were compared, in words. */
    compared: string;
    /** What the sources say and the simulated AWS does otherwise, a line each. */
    disagreements: string[];
    /** What could not be compared, and why. */
    leftOut?: string;
}
