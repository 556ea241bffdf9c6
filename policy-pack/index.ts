import { PolicyPack } from "@pulumi/policy";

import { policies } from "./policies";

new PolicyPack("eks-privatelink", {
    description: "Stops unsafe Amazon EKS interface endpoints (AWS PrivateLink) before they exist.",
    displayName: "EKS PrivateLink",
    provider: "aws",
    policies,
});
