import { withInboundDns } from "../programs";
import { DUAL, MORE, type Row, type SetArgs } from "../row";

/** Changes of an inbound DNS, and of the set whose names it answers. */
export const INBOUND_DNS: Row[] = [
    ofInboundDns("first up", null, {}),
    ofInboundDns("destroy", {}, null),
    ofInboundDns(
        "a range more",
        {},
        { ingress: { cidrBlocks: ["10.200.0.0/16", "10.201.0.0/16"] } },
    ),
    ofInboundDns("a service added to its set", {}, {}, { after: { services: [...MORE] } }),
    ofInboundDns("a service removed from its set", {}, {}, { before: { services: [...MORE] } }),
    ofInboundDns("ipv4 to dualstack", {}, DUAL),
    {
        title: "inbound DNS: an address more",
        stack: "hub",
        prepare: (scene) => scene.up("hub", withInboundDns(scene, {})),
        program: (scene) => withInboundDns(scene, { subnetIds: scene.networks.hub.subnetIds }),
    },
    {
        title: "inbound DNS: an address less",
        stack: "hub",
        prepare: (scene) =>
            scene.up("hub", withInboundDns(scene, { subnetIds: scene.networks.hub.subnetIds })),
        program: (scene) => withInboundDns(scene, {}),
    },
];

type InboundArgs = Parameters<typeof withInboundDns>[1];

/** One set with an inbound DNS, from some arguments to others; `null` is an inbound DNS that is not there. */
function ofInboundDns(
    title: string,
    before: InboundArgs,
    after: InboundArgs,
    sets: { before?: SetArgs; after?: SetArgs } = {},
): Row {
    return {
        title: `inbound DNS: ${title}`,
        stack: "hub",
        prepare: (scene) => scene.up("hub", withInboundDns(scene, before, sets.before)),
        program: (scene) => withInboundDns(scene, after, sets.after),
    };
}
