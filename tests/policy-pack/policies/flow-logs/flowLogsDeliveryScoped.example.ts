import { spoilt } from "../../support/example";
import { deliveryTrust } from "../../support/resources";

export const example = spoilt("delivery", {
    role: { assumeRolePolicy: deliveryTrust({ Condition: undefined }) },
});
