import { getLogGroup } from "@pulumi/aws/cloudwatch/getLogGroup";
import { getSecurityGroup } from "@pulumi/aws/ec2/getSecurityGroup";
import { getRole } from "@pulumi/aws/iam/getRole";
import { getBucket } from "@pulumi/aws/s3/getBucket";

import { OWN_TAG } from "../component/ownTag";
import { lookHostedZone } from "../lookups/hostedZone";
import { type Answer, ask, type LookupScope, mapAnswer } from "../lookups/lookup";
import { lookTagged } from "../lookups/tagged";
import { lookVpcEndpoint } from "../lookups/vpcEndpoint";
import { ID_IN_ARN } from "../verify/strays";
import type { Inputs } from "./exported";

/** Asks AWS for the ID of what was made of a resource's inputs. */
type Question = (inputs: Inputs, scope: LookupScope) => Promise<Answer<string>>;

/** Types that AWS can be asked for. */
export const QUESTIONS: { [type: string]: Question } = {
    "aws:ec2/vpcEndpoint:VpcEndpoint": async (inputs, scope) => {
        const [vpcId, serviceName, region] = texts(inputs, "vpcId", "serviceName", "region");
        const question = {
            vpcId,
            serviceName,
            region: region || undefined,
            tags: ownTagOf(inputs),
        };
        return mapAnswer(await lookVpcEndpoint(question, scope), ({ endpointId }) => endpointId);
    },
    "aws:ec2/securityGroup:SecurityGroup": async (inputs, { parent }) => {
        const [name, vpcId, region] = texts(inputs, "name", "vpcId", "region");
        const question = { name, vpcId, region: region || undefined };
        return mapAnswer(await ask(getSecurityGroup(question, { parent })), ({ id }) => id);
    },
    "aws:cloudwatch/logGroup:LogGroup": async (inputs, { parent }) => {
        const [name, region] = texts(inputs, "name", "region");
        const answer = await ask(getLogGroup({ name, region: region || undefined }, { parent }));
        return mapAnswer(answer, () => name);
    },
    "aws:iam/role:Role": async (inputs, { parent }) => {
        const [name] = texts(inputs, "name");
        return mapAnswer(await ask(getRole({ name }, { parent })), () => name);
    },
    "aws:s3/bucket:Bucket": async (inputs, { parent }) => {
        const [bucket] = texts(inputs, "bucket");
        return mapAnswer(await ask(getBucket({ bucket }, { parent })), () => bucket);
    },
    "aws:route53/zone:Zone": async (inputs, scope) => {
        const [name] = texts(inputs, "name");
        const [vpc] = inputs.vpcs as [{ vpcId: string }];
        return mapAnswer(await lookHostedZone(name, vpc.vpcId, scope), ({ zoneId }) => zoneId);
    },
    ...Object.fromEntries(
        [
            "aws:ec2/flowLog:FlowLog",
            "aws:route53/profilesProfile:ProfilesProfile",
            "aws:route53/profilesAssociation:ProfilesAssociation",
            "aws:ram/resourceShare:ResourceShare",
            "aws:route53/resolverEndpoint:ResolverEndpoint",
        ].map((type) => [type, byTag(type)]),
    ),
};

/** Types that AWS cannot be asked for by the provider, with the ID that such a resource has if it is there. */
export const IDS: { [type: string]: (inputs: Inputs) => string } = {
    "aws:route53/zoneAssociation:ZoneAssociation": (inputs) =>
        texts(inputs, "zoneId", "vpcId").join(":"),
};

/** The set, the share or the consumer that a lost resource belongs to has put its tag on it. */
function byTag(type: string): Question {
    return async (inputs, scope) => {
        const [region] = texts(inputs, "region");
        const value = ownTagOf(inputs)?.[OWN_TAG] ?? "";
        const answer = await lookTagged({ key: OWN_TAG, value }, region || undefined, scope);
        if (answer.kind !== "found") {
            return answer;
        }
        const ids = answer.found.flatMap((arn) => ID_IN_ARN[type]?.exec(arn)?.[1] ?? []);
        const [id] = ids;
        if (id === undefined) {
            return { kind: "absent", reason: `none has the tag ${value}` };
        }
        return ids.length > 1
            ? { kind: "unclear", reason: `${ids.join(" and ")} have the tag ${value}` }
            : { kind: "found", found: id };
    };
}

function ownTagOf({ tags }: Inputs): { [key: string]: string } | undefined {
    const value = (tags as { [key: string]: string } | undefined)?.[OWN_TAG];
    return value === undefined ? undefined : { [OWN_TAG]: value };
}

function texts<N extends string[]>(inputs: Inputs, ...names: N): { [K in keyof N]: string } {
    return names.map((name) => {
        const value = inputs[name];
        return typeof value === "string" ? value : "";
    }) as { [K in keyof N]: string };
}
