export { KNOWN_ACTIONS } from "./language/actions";
export { FULL_ACCESS_POLICY } from "./language/document";
export type {
    ParsedPolicy,
    PolicyCondition,
    PolicyDocument,
    PolicyPrincipal,
    PolicyStatement,
} from "./language/document";
export { parsePolicy } from "./language/parse";
export { renderPolicy } from "./language/render";
export { buildPerimeterPolicy, checkPerimeter } from "./perimeterPolicy";
export type { Perimeter } from "./perimeterPolicy";
export { checkPolicy } from "./rules/checkPolicy";
export { checkPrivilege } from "./rules/checkPrivilege";
export { TooComplicatedError } from "./search/budget";
export { checkPerimeterGaps } from "./search/perimeterGaps";
export { findOwnRequest, findStrangerRequest } from "./search/passingRequest";
export type { PassingRequest } from "./search/passingRequest";
