package main

import (
	"example.com/pulumi-eks-privatelink/sdk/go/eksprivatelink"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		cfg := config.New(ctx, "")
		hub, err := pulumi.NewStackReference(ctx, cfg.Require("hubStack"), nil)
		if err != nil {
			return err
		}

		consumer, err := eksprivatelink.NewEksEndpointConsumer(ctx, "eks", &eksprivatelink.EksEndpointConsumerArgs{
			Connection: hub.GetOutput(pulumi.String("connection")),
			VpcId:      pulumi.String(cfg.Require("vpcId")),
		})
		if err != nil {
			return err
		}

		ctx.Export("hostNames", consumer.HostNames)
		ctx.Export("clientEnvironment", consumer.ClientEnvironment)
		return nil
	})
}
