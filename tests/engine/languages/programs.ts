import { GO_IMPORT } from "./sdks";

/** Files of a project by name; what is in `Main.yaml` becomes part of its Pulumi.yaml. */
export interface Files {
    [file: string]: string;
}

/** What the program of a hub is told. */
export interface HubValues {
    vpcId: string;
    subnetIds: string[];
    consumers: { [name: string]: { vpcId: string; accountId: string } };
}

export type HubLanguage = keyof typeof HUBS;
export type SpokeLanguage = keyof typeof SPOKES;

/** Name under which spokes find the hub's stack. */
export const HUB = "organization/languages-hub/engine-tests";

/** A text of the test for a program, in quotes that all the languages read. */
function literal(text: string): string {
    return JSON.stringify(text);
}

/** The same hub in each language: a set whose endpoints are shared with other accounts. */
export const HUBS = {
    Python: ({ vpcId, subnetIds, consumers }: HubValues): Files => ({
        "__main__.py": `
import pulumi
from pulumi_eks_privatelink import EksEndpointSet, EksEndpointShare

endpoints = EksEndpointSet(
    "eks",
    vpc_id=${literal(vpcId)},
    subnet_ids=[${subnetIds.map(literal).join(", ")}],
    private_dns_enabled=False,
    ingress={"cidr_blocks": ["10.0.0.0/8"]},
    endpoint_policy={"account_ids": [${accountsOf(consumers).map(literal).join(", ")}]},
)
share = EksEndpointShare(
    "share",
    connection=endpoints.connection,
    consumers={
${Object.entries(consumers)
    .map(
        ([name, { vpcId, accountId }]) =>
            `        ${literal(name)}: {"vpc_id": ${literal(vpcId)}, "account_id": ${literal(accountId)}},`,
    )
    .join("\n")}
    },
)
pulumi.export("connection", share.connection)
`,
    }),
    Go: ({ vpcId, subnetIds, consumers }: HubValues): Files => ({
        "main.go": inGo(`
		endpoints, err := eksprivatelink.NewEksEndpointSet(ctx, "eks", &eksprivatelink.EksEndpointSetArgs{
			VpcId:             pulumi.String(${literal(vpcId)}),
			SubnetIds:         ${goStrings(subnetIds)},
			PrivateDnsEnabled: pulumi.BoolRef(false),
			Ingress:           &eksprivatelink.EndpointIngressArgs{CidrBlocks: ${goStrings(["10.0.0.0/8"])}},
			EndpointPolicy:    &eksprivatelink.EndpointPolicyArgs{AccountIds: ${goStrings(accountsOf(consumers))}},
		})
		if err != nil {
			return err
		}
		share, err := eksprivatelink.NewEksEndpointShare(ctx, "share", &eksprivatelink.EksEndpointShareArgs{
			Connection: endpoints.Connection,
			Consumers: map[string]eksprivatelink.ShareConsumerInput{
${Object.entries(consumers)
    .map(
        ([name, { vpcId, accountId }]) =>
            `				${literal(name)}: eksprivatelink.ShareConsumerArgs{VpcId: pulumi.String(${literal(vpcId)}), AccountId: pulumi.StringRef(${literal(accountId)})},`,
    )
    .join("\n")}
			},
		})
		if err != nil {
			return err
		}
		ctx.Export("connection", share.Connection)
		return nil`),
    }),
};

/** The same spoke in each language: a VPC that uses the hub's endpoints. */
export const SPOKES = {
    Python: (vpcId: string): Files => ({
        "__main__.py": `
import pulumi
from pulumi_eks_privatelink import EksEndpointConsumer

hub = pulumi.StackReference("${HUB}")
consumer = EksEndpointConsumer("eks", connection=hub.get_output("connection"), vpc_id="${vpcId}")
pulumi.export("hostNames", consumer.host_names)
`,
    }),
    Go: (vpcId: string): Files => ({
        "main.go": inGo(`
		hub, err := pulumi.NewStackReference(ctx, "${HUB}", nil)
		if err != nil {
			return err
		}
		consumer, err := eksprivatelink.NewEksEndpointConsumer(ctx, "eks", &eksprivatelink.EksEndpointConsumerArgs{
			Connection: hub.GetOutput(pulumi.String("connection")),
			VpcId:      pulumi.String("${vpcId}"),
		})
		if err != nil {
			return err
		}
		ctx.Export("hostNames", consumer.HostNames)
		return nil`),
    }),
    YAML: (vpcId: string): Files => ({
        "Main.yaml": JSON.stringify({
            resources: {
                hub: { type: "pulumi:pulumi:StackReference", properties: { name: HUB } },
                eks: {
                    type: "eks-privatelink:EksEndpointConsumer",
                    properties: { connection: '${hub.outputs["connection"]}', vpcId },
                },
            },
            outputs: { hostNames: "${eks.hostNames}" },
        }),
    }),
    TypeScript: (vpcId: string): Files => ({
        "index.ts": `
import { StackReference } from "@pulumi/pulumi";
import { EksEndpointConsumer, readConnection } from "eks-privatelink";

const connection = readConnection(new StackReference("${HUB}").getOutput("connection"));
const consumer = new EksEndpointConsumer("eks", { connection, vpcId: "${vpcId}" });
export const { hostNames } = consumer;
export const region = connection.region;
`,
    }),
};

function accountsOf(consumers: HubValues["consumers"]): string[] {
    return Object.values(consumers).map(({ accountId }) => accountId);
}

/** A program in Go with these lines in its function. */
function inGo(lines: string): string {
    return `
package main

import (
	"${GO_IMPORT}"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {${lines}
	})
}
`;
}

function goStrings(texts: string[]): string {
    return `pulumi.ToStringArray([]string{${texts.map(literal).join(", ")}})`;
}
