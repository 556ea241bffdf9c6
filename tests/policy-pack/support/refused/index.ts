import { REFUSED_ENDPOINTS } from "./endpoints";
import { REFUSED_FLOW_LOGS } from "./flowLogs";
import type { RefusedStack } from "./stack";

export { stack } from "./stack";

/** Stacks that show what the simulated AWS refuses. */
export const REFUSED_STACKS: RefusedStack[] = [...REFUSED_ENDPOINTS, ...REFUSED_FLOW_LOGS];
