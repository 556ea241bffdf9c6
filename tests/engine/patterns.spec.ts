import assert from "node:assert/strict";

import { connect, resolve } from "../../simulated-aws/index";
import { existingNetwork } from "./network";
import { cdkEndpoint, POD_RANGE } from "./patterns/cdkEndpoint";
import { consoleEndpoint } from "./patterns/consoleEndpoint";
import { corporateNetwork } from "./patterns/corporateNetwork";
import { dataPerimeter } from "./patterns/dataPerimeter";
import { allowThisVpc, denyOtherOrganizations, denyOtherVpcs } from "./patterns/denyStatements";
import { eksctlPrivateCluster } from "./patterns/eksctlPrivateCluster";
import { findingsOf } from "./patterns/findings";
import { providerDefaults } from "./patterns/providerDefaults";
import { terraformModule } from "./patterns/terraformModule";
import { PACK, REGION, useEngine } from "./support";
import type { TestStack } from "./testStack";

/** A VPC that another stack owns. */
type Existing = Awaited<ReturnType<typeof existingNetwork>>;

/** Programs that create one VPC's endpoints the way somebody publishes it, and what the pack says about each in preview. */
const PATTERNS: { [title: string]: { program: (there: Existing) => unknown; findings: string[] } } =
    {
        "finds the default group and full access of an endpoint from the console": {
            program: consoleEndpoint,
            findings: [
                "endpoint-policy-required mandatory eks",
                "endpoint-security-group-required mandatory eks",
                "shadowed-hosts-resolvable advisory eks",
                "vpc-flow-logs-unverified advisory eks",
            ],
        },
        "finds that the provider's defaults leave the names public": {
            program: providerDefaults,
            findings: [
                "endpoint-policy-required mandatory eks",
                "endpoint-security-group-required mandatory eks",
                "private-dns-enabled mandatory eks",
                "vpc-flow-logs-unverified advisory eks",
            ],
        },
        "finds full access and no flow log in what the Terraform module makes, and nothing in its group":
            {
                program: terraformModule,
                findings: [
                    "endpoint-policy-required advisory eks-auth",
                    "endpoint-policy-required mandatory eks",
                    "shadowed-hosts-resolvable advisory eks",
                    "vpc-flow-logs-required mandatory vpc",
                ],
            },
        "finds the egress of the group that CDK makes, and the range of pods that it leaves out": {
            program: cdkEndpoint,
            findings: [
                "endpoint-egress-empty advisory eks-group",
                "endpoint-ingress-covers-vpc advisory eks-group",
                "endpoint-policy-required mandatory eks",
                "shadowed-hosts-resolvable advisory eks",
                "vpc-flow-logs-required mandatory vpc",
            ],
        },
        "takes AWS's data perimeter for closed, and only advises to name actions and resources": {
            program: dataPerimeter,
            findings: ["eks", "eks-auth"].flatMap((endpoint) =>
                Array<string>(5).fill(`endpoint-policy-least-privilege advisory ${endpoint}`),
            ),
        },
        "finds that a policy of Deny statements alone lets nobody in": {
            program: denyOtherVpcs,
            findings: [
                "endpoint-policy-valid mandatory eks",
                "shadowed-hosts-resolvable advisory eks",
                "vpc-flow-logs-unverified advisory eks",
            ],
        },
        "finds that a policy for one VPC lets every account in": {
            program: allowThisVpc,
            findings: [
                "endpoint-policy-least-privilege advisory eks",
                "endpoint-policy-least-privilege advisory eks",
                "endpoint-policy-perimeter mandatory eks",
                "shadowed-hosts-resolvable advisory eks",
                "vpc-flow-logs-unverified advisory eks",
            ],
        },
        "takes a Deny for other organisations for a perimeter": {
            program: denyOtherOrganizations,
            findings: [
                "endpoint-policy-least-privilege advisory eks",
                "endpoint-policy-least-privilege advisory eks",
                "shadowed-hosts-resolvable advisory eks",
                "vpc-flow-logs-unverified advisory eks",
            ],
        },
        "finds DNS servers that do not have the names, and a zone that hides other names": {
            program: corporateNetwork,
            findings: [
                "endpoint-policy-required mandatory eks",
                "shadowed-hosts-resolvable advisory eks",
                "shadowed-hosts-resolvable advisory services",
                "vpc-dns-attributes advisory eks",
                "vpc-flow-logs-required mandatory vpc",
            ],
        },
        "has nothing to say about the endpoints of eksctl, none of which is of EKS": {
            program: eksctlPrivateCluster,
            findings: [],
        },
    };

describe("the policy pack on endpoints as others publish them", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let existing: Existing;
    let program: () => unknown;
    let stack: TestStack;

    before(async () => {
        existing = await existingNetwork(engine());
        stack = await engine().stack("patterns", () => program());
    });

    for (const [title, pattern] of Object.entries(PATTERNS)) {
        it(title, async () => {
            program = () => pattern.program(existing);
            const run = await stack.preview({ policyPacks: [PACK] });
            assert.deepEqual(run.warnings, []);
            assert.deepEqual(findingsOf(run), pattern.findings);
            assert.equal(
                run.errors.length > 0,
                pattern.findings.some((finding) => finding.includes(" mandatory ")),
            );
        });
    }

    describe("that go up without the pack", () => {
        afterEach(async () => {
            assert.deepEqual((await stack.destroy()).errors, []);
        });

        /** Addresses of the EKS API in the only VPC of the program. */
        async function up(): Promise<{ vpcId: string; addresses: string[]; status: string }> {
            assert.deepEqual((await stack.up()).errors, []);
            const [endpoint] = Object.values(engine().world.objects.endpoints);
            const vpcId = endpoint?.vpcId ?? "";
            return {
                vpcId,
                ...resolve(engine().world, { vpcId }, `eks.${REGION}.amazonaws.com`),
            };
        }

        it("are not used where the provider's defaults stay", async () => {
            program = () => {
                providerDefaults(existing);
            };
            assert.equal((await up()).status, "public");
        });

        // No policy speaks of ranges of a VPC that its endpoints do not admit, so this is all that shows it.
        it("admit the first range of a VPC only where CDK made the group", async () => {
            program = cdkEndpoint;
            const { vpcId, addresses } = await up();
            const admitted = ["10.20.0.77", POD_RANGE.replace("0.0/16", "0.77")].map(
                (address) =>
                    connect(engine().world, { vpcId, address }, addresses[0] ?? "", 443).allowed,
            );
            assert.deepEqual(admitted, [true, false]);
        });
    });
});
