package main

import (
	"example.com/pulumi-eks-privatelink/sdk/go/eksprivatelink"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		cfg := config.New(ctx, "")
		var subnetIds, clientCidrBlocks []string
		cfg.RequireObject("subnetIds", &subnetIds)
		cfg.RequireObject("clientCidrBlocks", &clientCidrBlocks)

		endpoints, err := eksprivatelink.NewEksEndpointSet(ctx, "eks", &eksprivatelink.EksEndpointSetArgs{
			VpcId:     pulumi.String(cfg.Require("vpcId")),
			SubnetIds: pulumi.ToStringArray(subnetIds),
			// Private DNS works in this VPC only; the zones of the share work in all.
			PrivateDnsEnabled: pulumi.BoolRef(false),
			Ingress: &eksprivatelink.EndpointIngressArgs{
				CidrBlocks: pulumi.ToStringArray(clientCidrBlocks),
			},
			EndpointPolicy: &eksprivatelink.EndpointPolicyArgs{
				OrganizationIds: pulumi.ToStringArray([]string{cfg.Require("organizationId")}),
			},
		})
		if err != nil {
			return err
		}

		var spokes map[string]struct{ VpcId, AccountId string }
		cfg.RequireObject("consumers", &spokes)
		consumers := map[string]eksprivatelink.ShareConsumerInput{}
		for name, spoke := range spokes {
			consumers[name] = eksprivatelink.ShareConsumerArgs{
				VpcId:     pulumi.String(spoke.VpcId),
				AccountId: pulumi.StringRef(spoke.AccountId),
			}
		}
		share, err := eksprivatelink.NewEksEndpointShare(ctx, "share", &eksprivatelink.EksEndpointShareArgs{
			Connection: endpoints.Connection,
			Consumers:  consumers,
		})
		if err != nil {
			return err
		}

		ctx.Export("connection", share.Connection)
		return nil
	})
}
