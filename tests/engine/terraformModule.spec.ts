import assert from "node:assert/strict";

import { ComponentResource, CustomResource, type Inputs } from "@pulumi/pulumi";

import { imitatePlugin } from "./plugins";
import { REGION, useEngine } from "./support";
import { mandatory, type TestStack } from "./testStack";

/** A Terraform module under the name that its user gives the package. Simulated: no Terraform plans or applies it. */
const PACKAGE = "endpoints";
const VERSION = "0.1.0";

/** A resource of Terraform. */
class Shown extends CustomResource {
    public constructor(type: string, address: string, planned: Inputs, module: Module) {
        super(`${PACKAGE}:tf:${type}`, address, planned, { parent: module, version: VERSION });
    }
}

/** A module, and what it shows the engine of its resources. */
class Module extends ComponentResource {
    public constructor(name: string) {
        super(`${PACKAGE}:index:Module`, name);
    }

    public show(type: string, address: string, planned: Inputs): Shown {
        const shown = { ...planned, __address: address, __module: "urn of the module" };
        return new Shown(type, address, shown, this);
    }
}

describe("a Terraform module under the policy pack in the engine", function () {
    this.timeout(120_000);
    const engine = useEngine();
    let stack: TestStack;

    before(async () => {
        imitatePlugin(engine(), [PACKAGE, VERSION]);
        stack = await engine().stack("module", () => {
            const module = new Module("net");
            const group = module.show("aws_security_group", "aws_security_group.this[0]", {
                vpc_id: "vpc-0123",
                ingress: [
                    {
                        protocol: "-1",
                        from_port: 0,
                        to_port: 0,
                        cidr_blocks: ["0.0.0.0/0"],
                        security_groups: [],
                        self: false,
                    },
                ],
                egress: [],
            });
            module.show("aws_vpc_endpoint", 'aws_vpc_endpoint.this["eks"]', {
                service_name: `com.amazonaws.${REGION}.eks`,
                vpc_endpoint_type: "Interface",
                vpc_id: "vpc-0123",
                subnet_ids: ["subnet-1", "subnet-2"],
                security_group_ids: [group.id],
                private_dns_enabled: true,
                dns_options: [],
                tags: null,
                policy: JSON.stringify({
                    Statement: [
                        { Effect: "Allow", Principal: "*", Action: "eks:*", Resource: "*" },
                    ],
                }),
            });
        });
    });

    it("is stopped in preview, in the words of Terraform", async () => {
        const run = await stack.preview(engine().pack());
        assert.deepEqual(
            mandatory(run),
            [
                "endpoint-ingress-https-only aws_security_group.this[0]",
                "endpoint-ingress-no-world aws_security_group.this[0]",
                'endpoint-policy-perimeter aws_vpc_endpoint.this["eks"]',
            ],
            run.text,
        );
        assert.match(
            run.text,
            /ingress\[0\]\.cidr_blocks\[0\]: 0\.0\.0\.0\/0 admits the whole IPv4/,
        );
    });
});
