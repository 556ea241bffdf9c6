package main

import (
	"example.com/pulumi-eks-privatelink/sdk/go/eksprivatelink"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		cfg := config.New(ctx, "")
		var subnetIds, clientCidrBlocks, dnsServerCidrBlocks []string
		cfg.RequireObject("subnetIds", &subnetIds)
		cfg.RequireObject("clientCidrBlocks", &clientCidrBlocks)
		cfg.RequireObject("dnsServerCidrBlocks", &dnsServerCidrBlocks)

		endpoints, err := eksprivatelink.NewEksEndpointSet(ctx, "eks", &eksprivatelink.EksEndpointSetArgs{
			VpcId:     pulumi.String(cfg.Require("vpcId")),
			SubnetIds: pulumi.ToStringArray(subnetIds),
			Ingress: &eksprivatelink.EndpointIngressArgs{
				CidrBlocks: pulumi.ToStringArray(clientCidrBlocks),
			},
		})
		if err != nil {
			return err
		}

		dns, err := eksprivatelink.NewEksInboundDns(ctx, "eks-dns", &eksprivatelink.EksInboundDnsArgs{
			VpcId:      pulumi.String(cfg.Require("vpcId")),
			SubnetIds:  pulumi.ToStringArray(subnetIds),
			Connection: endpoints.Connection,
			Ingress: eksprivatelink.InboundDnsIngressArgs{
				CidrBlocks: pulumi.ToStringArray(dnsServerCidrBlocks),
			},
		})
		if err != nil {
			return err
		}

		ctx.Export("hostNames", endpoints.HostNames)
		ctx.Export("addresses", dns.Addresses)
		ctx.Export("forwarders", dns.Forwarders)
		return nil
	})
}
