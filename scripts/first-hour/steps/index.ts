import type { Step } from "../step";
import { packAlone } from "./packAlone";

/** The first hour, in its order. */
export const steps: Step[] = [packAlone];
