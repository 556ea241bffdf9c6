import com.pulumi.Context;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.ProjectPluginOptions;
import com.pulumi.automation.ProjectPlugins;
import com.pulumi.automation.ProjectRuntimeName;
import com.pulumi.automation.ProjectSettings;
import com.pulumi.automation.UpOptions;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ResourceArgs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Brings a stack with dual-stack endpoints up, or takes it down, without the language host of Java. */
public final class Program {
    /** Stands for the class that an SDK would have, which only that host can generate. */
    static final class EksEndpointSet extends ComponentResource {
        @Export(name = "hostNames", refs = {Map.class, String.class, List.class}, tree = "[0,1,[2,1]]")
        private Output<Map<String, List<String>>> hostNames;

        EksEndpointSet(String name, EksEndpointSetArgs args) {
            super("eks-privatelink:index:EksEndpointSet", name, args, null, true);
        }
    }

    static final class EksEndpointSetArgs extends ResourceArgs {
        @Import(name = "vpcId", required = true)
        private final Output<String> vpcId = Output.of(System.getenv("VPC_ID"));

        @Import(name = "subnetIds", required = true)
        private final Output<List<String>> subnetIds =
                Output.of(List.of(System.getenv("SUBNET_IDS").split(",")));

        @Import(name = "ipAddressType")
        private final String ipAddressType = System.getenv("IP_ADDRESS_TYPE");

        @Import(name = "dnsRecordIpType")
        private final String dnsRecordIpType = "dualstack";

        @Import(name = "endpointPolicy")
        private final EndpointPolicyArgs endpointPolicy = new EndpointPolicyArgs();

        @Import(name = "flowLogs")
        private final FlowLogsArgs flowLogs = new FlowLogsArgs();
    }

    static final class EndpointPolicyArgs extends ResourceArgs {
        @Import(name = "organizationIds")
        private final Output<List<String>> organizationIds =
                Output.of(List.of(System.getenv("ORGANIZATION_ID")));
    }

    static final class FlowLogsArgs extends ResourceArgs {
        @Import(name = "retentionInDays")
        private final Double retentionInDays = 400.0;
    }

    static void deploy(Context context) {
        var endpoints = new EksEndpointSet("eks", new EksEndpointSetArgs());
        // Of outputs, the Automation API of Java reads none but text.
        context.export("hostName", endpoints.hostNames.applyValue(names -> names.get("eks-auth").get(0)));
    }

    public static void main(String[] arguments) throws Exception {
        var plugin = ProjectPluginOptions.builder().name("eks-privatelink").path(System.getenv("PLUGIN"));
        var settings = ProjectSettings.builder("eks-privatelink-test-java", ProjectRuntimeName.JAVA)
                .plugins(ProjectPlugins.builder().providers(List.of(plugin.build())).build())
                .build();
        var options = LocalWorkspaceOptions.builder()
                .workDir(Path.of(System.getenv("WORK_DIR")))
                .projectSettings(settings)
                .build();
        try (var stack = LocalWorkspace.createOrSelectStack(
                "eks-privatelink-test-java", "dev", Program::deploy, options)) {
            if (arguments[0].equals("destroy")) {
                System.out.println(stack.destroy().standardOutput());
            } else {
                var judged = UpOptions.builder().policyPacks(List.of(System.getenv("PACK"))).build();
                var result = stack.up(judged);
                System.out.println(result.standardOutput());
                System.out.println(result.outputs().get("hostName").value());
            }
        }
    }
}
