export { KNOWN_ACTIONS } from "./actions";
export { TooComplicatedError } from "./budget";
export { FULL_ACCESS_POLICY } from "./document";
export type {
    ParsedPolicy,
    PolicyCondition,
    PolicyDocument,
    PolicyPrincipal,
    PolicyStatement,
} from "./document";
export { findPerimeterGaps } from "./openness";
export { parsePolicy } from "./parse";
export { buildPerimeterPolicy, checkPerimeter } from "./perimeter";
export type { Perimeter } from "./perimeter";
export { findPrivilegeExcess } from "./privilege";
export { renderPolicy } from "./render";
export { findPolicyProblems } from "./validity";
export { findStrangerRequest } from "./witness";
export type { StrangerRequest } from "./witness";
