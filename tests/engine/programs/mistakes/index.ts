import { Config } from "@pulumi/pulumi";
import { EksEndpointSet } from "eks-privatelink";
import type { EksEndpointSetArgs } from "eks-privatelink";

new EksEndpointSet("eks", new Config().requireObject<EksEndpointSetArgs>("args"));
