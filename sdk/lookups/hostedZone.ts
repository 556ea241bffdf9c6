import { getZone, type GetZoneResult } from "@pulumi/aws/route53/getZone";

import { type Answer, ask, complete, type LookupScope, mapAnswer } from "./lookup";

/** A private hosted zone as Route 53 has it now. */
export interface HostedZoneInfo {
    zoneId: string;
    tags: { [key: string]: string };
}

/** Asks for the private zone of a name that a VPC has. Only zones of the provider's own account are seen. */
export async function lookHostedZone(
    name: string,
    vpcId: string,
    { parent }: LookupScope,
): Promise<Answer<HostedZoneInfo>> {
    const answer = await ask(getZone({ name, vpcId, privateZone: true }, { parent }));
    return mapAnswer(complete(TOKEN, answer, PARTS), ({ zoneId, tags }) => ({ zoneId, tags }));
}

const TOKEN = "aws:route53/getZone:getZone";

const PARTS = ["zoneId", "tags"] satisfies (keyof GetZoneResult)[];
