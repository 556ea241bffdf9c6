import { type Case, compliant } from "../example";
import {
    aliasRecord,
    type CompliantNetwork,
    EKS_HOSTS,
    endpointPrivateDns,
    forwarding,
    ISSUER_HOSTS,
    zoneAssociation,
    zonesFor,
} from "../resources";
import { outputOf, type TestResource } from "../testResource";
import type { FieldCase } from "./fieldCase";

const OFF = { privateDnsEnabled: false };
const [CLASSIC = ""] = EKS_HOSTS;
const [ISSUER = ""] = ISSUER_HOSTS;

/** Zones for the EKS API in place of its private DNS. */
function apiZones(own: CompliantNetwork): TestResource[] {
    return zonesFor(own.endpoint, own.vpc);
}

function isZone({ type }: TestResource): boolean {
    return type === "aws:route53/zone:Zone";
}

/** A record in the zone of the EKS API's first host name. */
function inClassicZone(zones: TestResource[], of: TestResource, name: string): TestResource[] {
    const classic = zones.filter(isZone).find(({ inputs }) => inputs.name === CLASSIC);
    return classic === undefined ? [] : [aliasRecord(classic, of, { name }, { name: "below" })];
}

function withoutIssuer({ resources }: Case): Case {
    return { resources: resources.filter(({ name }) => name !== "oidc-eks") };
}

/** Names as people have them answered. */
export const NAME_CASES: FieldCase[] = [
    {
        title: "private DNS switched on by resources of its own",
        said: [],
        stack: () =>
            compliant({ endpoint: { privateDnsEnabled: undefined } }, (own) => {
                own.issuer.inputs.privateDnsEnabled = undefined;
                return [own.endpoint, own.issuer].map((each) =>
                    endpointPrivateDns(each, {}, { name: `switch-${each.name}` }),
                );
            }),
    },
    {
        title: "a record for the OIDC issuer in the zone of eks, to the issuer's own endpoint",
        said: [],
        stack: () =>
            compliant({ endpoint: OFF }, (own) => {
                const zones = apiZones(own);
                return [...zones, ...inClassicZone(zones, own.issuer, ISSUER)];
            }),
    },
    {
        title: "a record for the OIDC issuer in the zone of eks, to the endpoint of the EKS API",
        said: ["hosted-zones-complete mandatory below"],
        words: /which is no endpoint of oidc-eks in eu-central-1/,
        stack: () =>
            withoutIssuer(
                compliant({ endpoint: OFF }, (own) => {
                    const zones = apiZones(own);
                    return [...zones, ...inClassicZone(zones, own.endpoint, ISSUER)];
                }),
            ),
    },
    {
        title: "zones without a VPC that are associated later, so public ones",
        said: [
            "zone-association-possible mandatory zone-0",
            "zone-association-possible mandatory zone-1",
        ],
        words: /the zone is public for good/,
        stack: () =>
            compliant({ endpoint: OFF }, (own) => {
                const zones = apiZones(own);
                const joined = zones.filter(isZone).map((each) => {
                    each.inputs.vpcs = undefined;
                    const ids = { zoneId: outputOf(each, "zoneId"), vpcId: outputOf(own.vpc) };
                    return zoneAssociation(ids, { name: `joined-${each.name}` });
                });
                return [...zones, ...joined];
            }),
    },
    {
        title: "the OIDC issuer's host forwarded to other DNS servers",
        said: [],
        stack: () => withoutIssuer(compliant({}, (own) => forwarding(ISSUER, [own.vpc]))),
    },
    {
        title: "private DNS of one endpoint that hides the issuer's host",
        said: ["shadowed-hosts-resolvable advisory eks"],
        stack: () => withoutIssuer(compliant()),
    },
];
