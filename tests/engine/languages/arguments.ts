import { readFileSync } from "node:fs";
import * as path from "node:path";

import type { Schema } from "../../../scripts/schema/schema";
import { SDK, type SdkLanguage } from "./sdks";

/** An argument as users of a language see it: its name, its type with the default where the language has one, and what it means. */
export interface SeenArgument {
    name: string;
    type: string;
    doc: string;
}

/** Name and type of the arguments of EksEndpointSet as users of the language see them. */
const TYPES: { [L in SdkLanguage | "Java" | ".NET" | "Node.js"]: { [name: string]: string } } = {
    Python: {
        subnet_ids: "pulumi.Input[Sequence[pulumi.Input[str]]]",
        vpc_id: "pulumi.Input[str]",
        dns_record_ip_type: "Optional[Union[str, 'DnsRecordIpType']] = None",
        endpoint_policy: "Optional['EndpointPolicyArgs'] = None",
        flow_logs: "Optional['FlowLogsArgs'] = None",
        ingress: "Optional['EndpointIngressArgs'] = None",
        ip_address_type: "Optional[Union[str, 'IpAddressType']] = None",
        policy_documents: "Optional[Mapping[str, pulumi.Input[str]]] = None",
        private_dns_enabled: "Optional[bool] = None",
        region: "pulumi.Input[Optional[str]] = None",
        security_group_ids: "pulumi.Input[Optional[Sequence[pulumi.Input[str]]]] = None",
        service_names: "Optional[Mapping[str, str]] = None",
        services: "Optional[Sequence[Union[str, 'EksService']]] = None",
        subnet_selection: "Optional[Union[str, 'SubnetSelection']] = None",
        tags: "pulumi.Input[Optional[Mapping[str, pulumi.Input[str]]]] = None",
        verify: "Optional[bool] = None",
    },
    Go: {
        DnsRecordIpType: "*string",
        EndpointPolicy: "*EndpointPolicyArgs",
        FlowLogs: "*FlowLogsArgs",
        Ingress: "*EndpointIngressArgs",
        IpAddressType: "*string",
        PolicyDocuments: "map[string]pulumi.StringInput",
        PrivateDnsEnabled: "*bool",
        Region: "pulumi.StringPtrInput",
        SecurityGroupIds: "pulumi.StringArrayInput",
        ServiceNames: "map[string]string",
        Services: "[]string",
        SubnetIds: "pulumi.StringArrayInput",
        SubnetSelection: "*string",
        Tags: "pulumi.StringMapInput",
        Verify: "*bool",
        VpcId: "pulumi.StringInput",
    },
    Java: {
        dnsRecordIpType: "@Nullable Either<String,DnsRecordIpType>",
        endpointPolicy: "@Nullable EndpointPolicyArgs",
        flowLogs: "@Nullable FlowLogsArgs",
        ingress: "@Nullable EndpointIngressArgs",
        ipAddressType: "@Nullable Either<String,IpAddressType>",
        policyDocuments: "@Nullable Map<String,String>",
        privateDnsEnabled: "@Nullable Boolean",
        region: "@Nullable Output<String>",
        securityGroupIds: "@Nullable Output<List<String>>",
        serviceNames: "@Nullable Map<String,String>",
        services: "@Nullable List<Either<String,EksService>>",
        subnetIds: "Output<List<String>>",
        subnetSelection: "@Nullable Either<String,SubnetSelection>",
        tags: "@Nullable Output<Map<String,String>>",
        verify: "@Nullable Boolean",
        vpcId: "Output<String>",
    },
    ".NET": {
        DnsRecordIpType: "Union<string, Pulumi.EksPrivatelink.DnsRecordIpType>?",
        EndpointPolicy: "Inputs.EndpointPolicyArgs?",
        FlowLogs: "Inputs.FlowLogsArgs?",
        Ingress: "Inputs.EndpointIngressArgs?",
        IpAddressType: "Union<string, Pulumi.EksPrivatelink.IpAddressType>?",
        PolicyDocuments: "Dictionary<string, Input<string>>",
        PrivateDnsEnabled: "bool?",
        Region: "Input<string>?",
        SecurityGroupIds: "InputList<string>",
        ServiceNames: "Dictionary<string, string>",
        Services: "List<Union<string, Pulumi.EksPrivatelink.EksService>>",
        SubnetIds: "InputList<string>",
        SubnetSelection: "Union<string, Pulumi.EksPrivatelink.SubnetSelection>?",
        Tags: "InputMap<string>",
        Verify: "bool?",
        VpcId: "Input<string>",
    },
    "Node.js": {
        "dnsRecordIpType?": "string | enums.DnsRecordIpType",
        "endpointPolicy?": "inputs.EndpointPolicyArgs",
        "flowLogs?": "inputs.FlowLogsArgs",
        "ingress?": "inputs.EndpointIngressArgs",
        "ipAddressType?": "string | enums.IpAddressType",
        "policyDocuments?": "{[key: string]: pulumi.Input<string>}",
        "privateDnsEnabled?": "boolean",
        "region?": "pulumi.Input<string | undefined>",
        "securityGroupIds?": "pulumi.Input<pulumi.Input<string>[] | undefined>",
        "serviceNames?": "{[key: string]: string}",
        "services?": "(string | enums.EksService)[]",
        subnetIds: "pulumi.Input<pulumi.Input<string>[]>",
        "subnetSelection?": "string | enums.SubnetSelection",
        "tags?": "pulumi.Input<{[key: string]: pulumi.Input<string>} | undefined>",
        "verify?": "boolean",
        vpcId: "pulumi.Input<string>",
    },
};

/** The arguments as users of a language should see them; they mean what the schema says, the default included. */
export function expectedArguments(language: keyof typeof TYPES): SeenArgument[] {
    const { resources } = JSON.parse(
        readFileSync(path.join(SDK, "schema.json"), "utf-8"),
    ) as Schema;
    const inputs = Object.entries(
        resources["eks-privatelink:index:EksEndpointSet"]?.inputProperties ?? {},
    );
    return Object.entries(TYPES[language]).map(([name, type]) => {
        const [, described] = inputs.find(([input]) => spelt(input) === spelt(name)) ?? [];
        return { name, type, doc: described?.description ?? "" };
    });
}

/** A name without what languages spell differently. */
function spelt(name: string): string {
    return name.replaceAll(/[_?]/g, "").toLowerCase();
}
