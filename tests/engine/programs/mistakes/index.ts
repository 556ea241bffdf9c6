import { Config } from "@pulumi/pulumi";
import type { EksEndpointSetArgs } from "eks-privatelink";
import { EksEndpointSet } from "eks-privatelink";

new EksEndpointSet("eks", new Config().requireObject<EksEndpointSetArgs>("args"));
