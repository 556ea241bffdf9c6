package main

import (
	"example.com/pulumi-eks-privatelink/sdk/go/eksprivatelink"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		cfg := config.New(ctx, "")
		var subnetIds []string
		cfg.RequireObject("subnetIds", &subnetIds)

		endpoints, err := eksprivatelink.NewEksEndpointSet(ctx, "eks", &eksprivatelink.EksEndpointSetArgs{
			VpcId:           pulumi.String(cfg.Require("vpcId")),
			SubnetIds:       pulumi.ToStringArray(subnetIds),
			IpAddressType:   pulumi.StringRef(string(eksprivatelink.IpAddressTypeDualstack)),
			DnsRecordIpType: pulumi.StringRef(string(eksprivatelink.DnsRecordIpTypeDualstack)),
			EndpointPolicy: &eksprivatelink.EndpointPolicyArgs{
				OrganizationIds: pulumi.ToStringArray([]string{cfg.Require("organizationId")}),
			},
		})
		if err != nil {
			return err
		}

		ctx.Export("hostNames", endpoints.HostNames)
		ctx.Export("addresses", endpoints.Addresses)
		return nil
	})
}
