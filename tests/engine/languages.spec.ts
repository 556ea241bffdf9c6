import assert from "node:assert/strict";

import { resolve } from "../../simulated-aws/index";
import {
    HUB,
    type HubLanguage,
    HUBS,
    type HubValues,
    type SpokeLanguage,
    SPOKES,
} from "./languages/programs";
import { writeProject } from "./languages/project";
import { DESCRIBE_ARGS, PREPARE } from "./languages/sdks";
import { existingNetwork } from "./network";
import { idsIn, useEngine } from "./support";
import type { Run, TestStack } from "./testStack";

const HOST_NAME = "eks-auth.eu-west-1.api.aws";

/** For each language of a hub those of the spokes that join it, with their accounts. */
const SPOKES_OF: { [L in HubLanguage]: { [S in SpokeLanguage]?: string } } = {
    Python: { Python: "222233334444", YAML: "333344445555", TypeScript: "444455556666" },
    Go: { Go: "555566667777" },
};

/** The arguments of EksEndpointSet as users of the language see them. */
const ARGUMENTS: { [L in HubLanguage]: string[] } = {
    Python: [
        "subnet_ids pulumi.Input[Sequence[pulumi.Input[str]]]",
        "vpc_id pulumi.Input[str]",
        "dns_record_ip_type Optional['DnsRecordIpType']",
        "endpoint_policy Optional['EndpointPolicyArgs']",
        "flow_logs Optional['FlowLogsArgs']",
        "ingress Optional['EndpointIngressArgs']",
        "ip_address_type Optional['IpAddressType']",
        "policy_documents Optional[Mapping[str, pulumi.Input[str]]]",
        "private_dns_enabled Optional[bool]",
        "region pulumi.Input[Optional[str]]",
        "security_group_ids pulumi.Input[Optional[Sequence[pulumi.Input[str]]]]",
        "service_names Optional[Mapping[str, str]]",
        "services Optional[Sequence['EksService']]",
        "subnet_selection Optional['SubnetSelection']",
        "tags pulumi.Input[Optional[Mapping[str, pulumi.Input[str]]]]",
        "verify Optional[bool]",
    ],
    Go: [
        "DnsRecordIpType *DnsRecordIpType",
        "EndpointPolicy *EndpointPolicyArgs",
        "FlowLogs *FlowLogsArgs",
        "Ingress *EndpointIngressArgs",
        "IpAddressType *IpAddressType",
        "PolicyDocuments map[string]pulumi.StringInput",
        "PrivateDnsEnabled *bool",
        "Region pulumi.StringPtrInput",
        "SecurityGroupIds pulumi.StringArrayInput",
        "ServiceNames map[string]string",
        "Services []EksService",
        "SubnetIds pulumi.StringArrayInput",
        "SubnetSelection *SubnetSelection",
        "Tags pulumi.StringMapInput",
        "Verify *bool",
        "VpcId pulumi.StringInput",
    ],
};

for (const language of Object.keys(HUBS) as HubLanguage[]) {
    describe(`the package in ${language}`, function () {
        this.timeout(600_000);
        const engine = useEngine();
        const spokes = Object.entries(SPOKES_OF[language]) as [SpokeLanguage, string][];
        const consumers: HubValues["consumers"] = {};
        const stacks: TestStack[] = [];
        let existing: string[];
        let hubUp: Run;

        before(async function () {
            if (!PREPARE[language](engine())) {
                this.skip();
            }
            for (const [i, [name, accountId]] of spokes.entries()) {
                const options = { account: accountId, prefix: `10.${30 + i}` };
                const { vpcId } = await existingNetwork(engine(), options);
                consumers[name] = { vpcId, accountId };
            }
            const network = await existingNetwork(engine());
            existing = idsIn(engine().world);
            const files = HUBS[language]({ ...network, consumers });
            const hub = await engine().open(writeProject(engine(), "hub", language, files));
            stacks.push(hub);
            hubUp = await hub.up();
        });

        it("names and types the arguments of a set as its users expect", () => {
            assert.deepEqual(DESCRIBE_ARGS[language](engine()), ARGUMENTS[language]);
        });

        it("exports a hub's connection in the spelling of the contract", () => {
            assert.deepEqual(hubUp.errors, []);
            const { connection } = hubUp.outputs as { connection: { [field: string]: unknown } };
            assert.equal(connection.schemaVersion, 1);
            assert.equal(connection.stack, HUB);
            const region = "eu-west-1";
            const expected = Object.entries(consumers).map(([name, consumer]) => [
                name,
                { ...consumer, region },
            ]);
            assert.deepEqual(connection.consumers, Object.fromEntries(expected));
        });

        for (const [spoke, account] of spokes) {
            it(`has its hub read by a spoke in ${spoke}, from whose VPC its names resolve`, async () => {
                const vpcId = consumers[spoke]?.vpcId ?? "";
                const folder = writeProject(
                    engine(),
                    `spoke-${spoke.toLowerCase()}`,
                    spoke,
                    SPOKES[spoke](vpcId),
                    account,
                );
                const stack = await engine().open(folder);
                stacks.push(stack);
                const { errors, outputs } = await stack.up();
                assert.deepEqual(errors, []);
                const { hostNames } = outputs as { hostNames: { [service: string]: string[] } };
                assert.deepEqual(hostNames["eks-auth"], [HOST_NAME]);
                assert.equal(resolve(engine().world, { vpcId }, HOST_NAME).status, "private");
            });
        }

        it("is destroyed to the last object, spokes first", async () => {
            for (const stack of stacks.reverse()) {
                assert.deepEqual((await stack.destroy()).errors, []);
            }
            assert.deepEqual(idsIn(engine().world), existing);
        });
    });
}
