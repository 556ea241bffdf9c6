import { PulumiCommand } from "@pulumi/pulumi/automation";

// A process of its own, because an installation cannot be called off.
void PulumiCommand.install();
