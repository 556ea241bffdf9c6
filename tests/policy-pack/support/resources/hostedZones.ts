import { Later, outputOf, type TestResource } from "../testResource";
import { idOf, type Inputs, type Placed, REGION } from "./common";
import { dnsNameOf } from "./endpoints";

/** The host names of the EKS API. */
export const EKS_HOSTS = [`eks.${REGION}.amazonaws.com`, `eks.${REGION}.api.aws`];

/** The host names of the OIDC issuer, of which private names of the EKS API hide the first. */
export const ISSUER_HOSTS = [`oidc.eks.${REGION}.amazonaws.com`, `oidc-eks.${REGION}.api.aws`];

export function zone(
    inputs: Inputs,
    { name = "zone", parent, provider }: Placed = {},
): TestResource {
    const zoneId = idOf("Z", name);
    return {
        type: "aws:route53/zone:Zone",
        name,
        parent,
        provider,
        inputs: { name: `eks.${REGION}.amazonaws.com`, ...inputs },
        computed: { id: zoneId, zoneId, arn: `arn:aws:route53:::hostedzone/${zoneId}`, vpcs: [] },
    };
}

/** A zone for each host name of the EKS API, with its alias records, all associated with one VPC. */
export function zonesFor(
    endpoint: TestResource,
    vpc: TestResource,
    { hosts = EKS_HOSTS, types = ["A"] }: { hosts?: string[]; types?: string[] } = {},
): TestResource[] {
    return hosts.flatMap((host, i) => {
        const own = zone({ name: host, vpcs: [{ vpcId: outputOf(vpc) }] }, { name: `zone-${i}` });
        const records = types.map((type) =>
            aliasRecord(own, endpoint, { type }, { name: `zone-${i}-${type.toLowerCase()}` }),
        );
        return [own, ...records];
    });
}

/** A record at the apex of a zone that leads to an endpoint. */
export function aliasRecord(
    zoneOfRecord: TestResource,
    endpoint: TestResource,
    inputs: Inputs = {},
    { name = "record" }: Placed = {},
): TestResource {
    return record(
        {
            zoneId: outputOf(zoneOfRecord, "zoneId"),
            name: zoneOfRecord.inputs.name,
            type: "A",
            aliases: [
                {
                    name: new Later(dnsNameOf(endpoint.name), [endpoint], "dnsEntries[0].dnsName"),
                    zoneId: "Z273ZU8SZ5RJPC",
                    evaluateTargetHealth: false,
                },
            ],
            ...inputs,
        },
        { name },
    );
}

export function record(inputs: Inputs, { name = "record" }: Placed = {}): TestResource {
    return {
        type: "aws:route53/record:Record",
        name,
        inputs,
        computed: { id: name, fqdn: inputs.name },
    };
}

/** All records of a zone as one resource, the same as those that stand alone. */
export function recordsExclusive(of: TestResource, records: TestResource[]): TestResource {
    const resourceRecordSets = records.map(({ inputs: { name, type, aliases, records } }) => {
        const [alias] = (aliases ?? []) as { name: unknown; zoneId: unknown }[];
        const values = (records ?? []) as unknown[];
        return alias === undefined
            ? { name, type, resourceRecords: values.map((value) => ({ value })) }
            : { name, type, aliasTarget: { dnsName: alias.name, hostedZoneId: alias.zoneId } };
    });
    return {
        type: "aws:route53/recordsExclusive:RecordsExclusive",
        name: "records",
        inputs: { zoneId: outputOf(of, "zoneId"), resourceRecordSets },
        computed: {},
    };
}

/** Has other DNS servers asked for a domain, in the VPCs given. */
export function forwarding(domainName: string, vpcs: TestResource[] = []): TestResource[] {
    const rule: TestResource = {
        type: "aws:route53/resolverRule:ResolverRule",
        name: "forward",
        inputs: { domainName, ruleType: "FORWARD", targetIps: [{ ip: "192.0.2.53" }] },
        computed: { id: idOf("rslvr-rr", "forward") },
    };
    const associations = vpcs.map((vpc) => ({
        type: "aws:route53/resolverRuleAssociation:ResolverRuleAssociation",
        name: `forward-${vpc.name}`,
        inputs: { resolverRuleId: outputOf(rule), vpcId: outputOf(vpc) },
        computed: { id: `forward-${vpc.name}` },
    }));
    return [rule, ...associations];
}

/** Associates a zone with a VPC. */
export function zoneAssociation(
    inputs: Inputs,
    { name = "association", provider }: Placed = {},
): TestResource {
    return {
        type: "aws:route53/zoneAssociation:ZoneAssociation",
        name,
        provider,
        inputs,
        computed: { id: name },
    };
}

/** Lets the account of a VPC associate it with a zone. */
export function authorization(
    inputs: Inputs,
    { name = "authorization", provider }: Placed = {},
): TestResource {
    return {
        type: "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization",
        name,
        provider,
        inputs,
        computed: { id: name },
    };
}
