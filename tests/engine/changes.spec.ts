import assert from "node:assert/strict";

import { EksEndpointSet, type EksEndpointSetArgs, FlowLogDestination } from "eks-privatelink";

import { existingNetwork } from "./network";
import { useEngine } from "./support";
import type { TestStack } from "./testStack";

describe("a change of EksEndpointSet's arguments", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;
    let args: EksEndpointSetArgs;
    let thirdSubnetId: string;

    before(async () => {
        const { vpcId, subnetIds } = await existingNetwork(engine(), {
            zones: ["a", "b", "c"],
            hasIpv6: true,
        });
        thirdSubnetId = subnetIds[2] ?? "";
        args = { vpcId, subnetIds: subnetIds.slice(0, 2), services: ["eks", "eks-auth"] };
        stack = await engine().stack("changes", () => new EksEndpointSet("eks", args));
        const { errors } = await stack.up();
        assert.deepEqual(errors, []);
    });

    /** Deploys the set with other arguments, and says what happened to its children. */
    async function change(changes: Partial<EksEndpointSetArgs>): Promise<{ steps: string[] }> {
        args = { ...args, ...changes };
        const { steps, errors } = await stack.up();
        assert.deepEqual(errors, []);
        // The component itself shows its new arguments.
        assert.equal(steps.filter((step) => step === "update eks").length, 1);
        return { steps: steps.filter((step) => step !== "update eks") };
    }

    it("adds one endpoint for one service more", async () => {
        const { steps } = await change({ services: ["eks", "eks-auth", "oidc-eks"] });
        assert.deepEqual(steps, ["create eks-oidc-eks", "create eks-oidc-eks-private-dns"]);
    });

    it("updates the policies in place", async () => {
        const { steps } = await change({ endpointPolicy: { accountIds: ["222233334444"] } });
        assert.deepEqual(steps.sort(), ["update eks-eks", "update eks-eks-auth"]);
    });

    it("updates the clients in place", async () => {
        const { steps } = await change({
            ingress: { cidrBlocks: ["10.20.0.0/16", "10.99.0.0/16"] },
        });
        assert.deepEqual(steps, ["update eks-clients"]);
    });

    it("updates the endpoints in place for one zone more", async () => {
        const { steps } = await change({
            subnetIds: [...(args.subnetIds as string[]), thirdSubnetId],
        });
        assert.deepEqual(steps.sort(), [
            "update eks-eks",
            "update eks-eks-auth",
            "update eks-oidc-eks",
        ]);
    });

    it("updates endpoints and clients in place for one address family more", async () => {
        const { steps } = await change({
            ipAddressType: "dualstack",
            ingress: { cidrBlocks: ["10.20.0.0/16"], ipv6CidrBlocks: ["2001:db8::/48"] },
        });
        assert.deepEqual(steps.sort(), [
            "update eks-clients",
            "update eks-eks",
            "update eks-eks-auth",
            "update eks-oidc-eks",
        ]);
    });

    it("updates the log group for another retention", async () => {
        const { steps } = await change({ flowLogs: { retentionInDays: 90 } });
        assert.deepEqual(steps, ["update eks-flow-log-group"]);
    });

    it("replaces nothing but the flow log for another record format", async () => {
        const { steps } = await change({
            flowLogs: { retentionInDays: 90, logFormat: "${srcaddr} ${dstaddr}" },
        });
        assert.deepEqual(steps, [
            "create-replacement eks-flow-log",
            "replace eks-flow-log",
            "delete-replaced eks-flow-log",
        ]);
    });

    it("updates the tags of everything in place", async () => {
        const { steps } = await change({ tags: { team: "platform" } });
        assert.deepEqual(steps.sort(), [
            "update eks-clients",
            "update eks-eks",
            "update eks-eks-auth",
            "update eks-flow-log",
            "update eks-flow-log-group",
            "update eks-flow-log-role",
            "update eks-oidc-eks",
        ]);
    });

    it("turns private DNS off in place", async () => {
        const { steps } = await change({ privateDnsEnabled: false });
        assert.deepEqual(steps.sort(), [
            "update eks-eks-auth-private-dns",
            "update eks-eks-private-dns",
            "update eks-oidc-eks-private-dns",
        ]);
    });

    it("turns private DNS on in place", async () => {
        const { steps } = await change({ privateDnsEnabled: true });
        assert.deepEqual(steps.sort(), [
            "update eks-eks-auth-private-dns",
            "update eks-eks-private-dns",
            "update eks-oidc-eks-private-dns",
        ]);
    });

    it("deletes the endpoint of a service that is taken out", async () => {
        const { steps } = await change({ services: ["eks", "oidc-eks"] });
        assert.deepEqual(steps, ["delete eks-eks-auth-private-dns", "delete eks-eks-auth"]);
    });

    it("moves the log to a bucket and takes the log group away", async () => {
        const { steps } = await change({
            flowLogs: { destination: FlowLogDestination.S3, forceDestroy: true },
        });
        const place = (step: string) => steps.indexOf(step);
        assert.ok(
            place("create eks-flow-log-bucket-policy") < place("create-replacement eks-flow-log"),
        );
        assert.deepEqual(steps.sort(), [
            "create eks-flow-log-bucket",
            "create eks-flow-log-bucket-access",
            "create eks-flow-log-bucket-encryption",
            "create eks-flow-log-bucket-lifecycle",
            "create eks-flow-log-bucket-policy",
            "create-replacement eks-flow-log",
            "delete eks-flow-log-group",
            "delete eks-flow-log-role",
            "delete eks-flow-log-role-attachments",
            "delete eks-flow-log-role-policies",
            "delete eks-flow-log-role-policy",
            "delete-replaced eks-flow-log",
            "replace eks-flow-log",
        ]);
    });

    it("deletes endpoints before it creates them again, so that no private name is there twice", async () => {
        const [old] = idsOf("com.amazonaws.eu-west-1.eks");
        const { steps, errors } = await stack.replace("eks-eks");
        assert.deepEqual(errors, []);
        assert.deepEqual(steps, [
            "delete-replaced eks-eks-private-dns",
            "delete-replaced eks-eks",
            "replace eks-eks",
            "create-replacement eks-eks",
            "replace eks-eks-private-dns",
            "create-replacement eks-eks-private-dns",
        ]);
        const now = idsOf("com.amazonaws.eu-west-1.eks");
        assert.equal(now.length, 1);
        assert.notEqual(now[0], old);
    });

    const idsOf = (name: string) =>
        Object.values(engine().world.objects.endpoints)
            .filter(({ serviceName }) => serviceName === name)
            .map(({ id }) => id);

    it("moves to another VPC by replacing what hangs on the old one", async () => {
        const other = await existingNetwork(engine(), { prefix: "10.30", hasIpv6: true });
        const { steps } = await change({ ...other, ingress: undefined });
        assert.deepEqual(
            steps.filter((step) => step.startsWith("create-replacement")).sort(),
            [
                "clients",
                "eks",
                "eks-private-dns",
                "flow-log",
                "oidc-eks",
                "oidc-eks-private-dns",
            ].map((name) => `create-replacement eks-${name}`),
        );
        for (const name of ["eks-eks", "eks-oidc-eks"]) {
            const deleted = steps.indexOf(`delete-replaced ${name}`);
            assert.ok(deleted >= 0 && deleted < steps.indexOf(`create-replacement ${name}`));
        }
        const { endpoints } = engine().world.objects;
        assert.deepEqual(
            Object.values(endpoints).map(({ vpcId }) => vpcId),
            [other.vpcId, other.vpcId],
        );
    });
});
