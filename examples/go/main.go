package main

import (
	"github.com/pulumi-ovh-order/pulumi-ovh-order/sdk/go/ovhorder"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		project, err := ovhorder.NewCloudProject(ctx, "cloud-project", &ovhorder.CloudProjectArgs{
			Description:   pulumi.String("Production"),
			OvhSubsidiary: pulumi.String("FR"),
			// Above this total (incl. tax), nothing is ordered.
			MaxPrice: pulumi.Float64(50),
		})
		if err != nil {
			return err
		}

		ctx.Export("projectId", project.ProjectId)
		ctx.Export("price", pulumi.Sprintf("%v %v", project.Prices.WithTax().Elem(), project.Prices.CurrencyCode().Elem()))
		return nil
	})
}
