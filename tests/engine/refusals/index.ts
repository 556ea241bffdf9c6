import { ofConsumer } from "./consumer";
import { ofInboundDns } from "./inboundDns";
import type { Refused } from "./refusal";
import { ofSet } from "./set";
import { ofShare } from "./share";

/** Every component by its name. */
export const REFUSED: { [component: string]: Refused } = {
    EksEndpointSet: ofSet,
    EksEndpointShare: ofShare,
    EksEndpointConsumer: ofConsumer,
    EksInboundDns: ofInboundDns,
};
