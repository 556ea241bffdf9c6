import { Config } from "@pulumi/pulumi";
import { EksEndpointSet, type EksEndpointSetArgs } from "eks-privatelink";

new EksEndpointSet("eks", new Config().requireObject<EksEndpointSetArgs>("args"));
