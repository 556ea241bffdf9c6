import assert from "node:assert/strict";

import { InputPropertiesError, output, RunError } from "@pulumi/pulumi";

import { buildPerimeterPolicy, renderPolicy } from "../../../sdk/domain/endpoint-policy";
import type { EksEndpointSetArgs } from "../../../sdk/endpoint-set/args";
import { setArgs } from "../../../sdk/endpoint-set/argsRules";

const GOOD = { vpcId: "vpc-1", subnetIds: ["subnet-a", "subnet-b"] };
const ORGANIZATION = { organizationIds: ["o-a1b2c3d4e5"], organizationPaths: [], accountIds: [] };

describe("resolveArgs", () => {
    it("needs a VPC and subnets only", () => {
        const resolved = setArgs.resolve("eks", GOOD);
        assert.deepEqual(
            {
                services: resolved.services,
                ipAddressType: resolved.ipAddressType,
                dnsRecordIpType: resolved.dnsRecordIpType,
                privateDnsEnabled: resolved.privateDnsEnabled,
                verify: resolved.verify,
                destination: resolved.flowLogs.destination,
                trafficType: resolved.flowLogs.trafficType,
                retentionInDays: resolved.flowLogs.retentionInDays,
            },
            {
                services: ["eks", "eks-auth", "oidc-eks"],
                ipAddressType: "ipv4",
                dnsRecordIpType: "ipv4",
                privateDnsEnabled: true,
                verify: true,
                destination: "cloud-watch-logs",
                trafficType: "ALL",
                retentionInDays: 365,
            },
        );
    });

    it("lets the DNS record type follow the IP address type", () => {
        assert.equal(
            setArgs.resolve("eks", { ...GOOD, ipAddressType: "dualstack" }).dnsRecordIpType,
            "dualstack",
        );
    });

    it("takes what other languages send as null for not given", () => {
        const args = { ...GOOD, services: null, ingress: null, flowLogs: { enabled: null } };
        const resolved = setArgs.resolve("eks", args as unknown as EksEndpointSetArgs);
        assert.equal(resolved.services.length, 3);
        assert.equal(resolved.flowLogs.enabled, true);
        assert.equal("ingress" in resolved, false);
    });

    it("throws one error with every problem, which Node programs and remote callers both understand", () => {
        const args = {
            vpcId: "vpc-1",
            subnetIds: [],
            services: ["eks", "s3"],
            flowLogs: { retentionInDays: 2 },
        };
        assert.throws(
            () => setArgs.resolve("eks", args as unknown as EksEndpointSetArgs),
            (error: unknown) => {
                assert.ok(InputPropertiesError.isInstance(error));
                assert.ok(RunError.isInstance(error));
                assert.deepEqual(
                    error.errors.map(({ propertyPath }) => propertyPath),
                    ["services[1]", "subnetIds", "flowLogs.retentionInDays"],
                );
                assert.match(
                    error.message,
                    /^EksEndpointSet "eks" has 3 problems in its arguments:\n {2}- services\[1\]: "s3" was given; give one of eks, eks-fips, eks-auth, oidc-eks, eks-proxy, eks-capabilities\n/,
                );
                return true;
            },
        );
    });

    it("accepts many arguments at once", () => {
        const args: EksEndpointSetArgs = {
            ...GOOD,
            services: ["eks", "oidc-eks", "eks-proxy"],
            ipAddressType: "dualstack",
            dnsRecordIpType: "service-defined",
            privateDnsEnabled: false,
            subnetSelection: "supportedZones",
            endpointPolicy: {
                organizationIds: ["o-a1b2c3d4e5"],
                actions: { eks: ["eks:DescribeCluster"] },
            },
            policyDocuments: {
                "eks-proxy": renderPolicy(buildPerimeterPolicy("eks-proxy", ORGANIZATION)),
            },
            ingress: { cidrBlocks: ["10.0.0.0/16"], ipv6CidrBlocks: ["2001:db8::/56"] },
            flowLogs: {
                destination: "s3",
                forceDestroy: true,
                retentionInDays: 100,
                kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd",
            },
            serviceNames: { eks: "com.amazonaws.eu-west-1.eks" },
            tags: { team: "platform", empty: "" },
        };
        assert.deepEqual(setArgs.check(args), []);
    });

    it("accepts Outputs wherever values may come later", () => {
        const later = output("later");
        assert.deepEqual(
            setArgs.check({
                vpcId: later,
                subnetIds: [later, "subnet-b"],
                endpointPolicy: { accountIds: output([later]) },
                policyDocuments: { eks: later },
                ingress: { cidrBlocks: [later], sourceSecurityGroupIds: later },
                flowLogs: { destinationArn: later },
                region: later,
                tags: { team: later },
            }),
            [],
        );
    });
});
