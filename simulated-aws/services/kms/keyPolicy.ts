import type { ResourceModel } from "../../model/resource";
import { read } from "../../model/values";
import { AwsError } from "../../world/errors";
import { find, put } from "../../world/objectsOf";
import type { Scope } from "../../world/types";
import { jsonFailures } from "../validators";
import { defaultPolicy, demandUnlocked, findKey } from "./keyPolicyRules";

/** `aws.kms.KeyPolicy`: the policy of a key from elsewhere; with its delete the key gets the default one back. */
export const keyPolicy: ResourceModel = {
    schema: {
        token: "aws:kms/keyPolicy:KeyPolicy",
        required: { keyId: "string", policy: "document" },
        optional: { bypassPolicyLockoutSafetyCheck: "boolean" },
        settled: { region: "string" },
        computed: {},
        defaults: { bypassPolicyLockoutSafetyCheck: false },
        replaceOn: ["keyId", "region"],
        documents: ["policy"],
        ignored: ["bypassPolicyLockoutSafetyCheck"],
    },
    operations: {
        service: "KMS",
        create: "PutKeyPolicy",
        update: "PutKeyPolicy",
        delete: "PutKeyPolicy",
    },
    check: (inputs) => jsonFailures(inputs, "policy"),
    create(scope, inputs) {
        const given = read(inputs);
        const isBypassed = given.flag("bypassPolicyLockoutSafetyCheck");
        return setPolicy(scope, given.text("keyId"), given.text("policy"), isBypassed);
    },
    read(scope, id, known) {
        const found = find(scope, "keys", id);
        const keyId = read(known).text("keyId", id);
        return found && { keyId, policy: found.policy, region: found.region };
    },
    update(scope, id, _olds, news) {
        const isBypassed = read(news).flag("bypassPolicyLockoutSafetyCheck");
        setPolicy(scope, id, read(news).text("policy"), isBypassed);
    },
    delete(scope, id) {
        setPolicy(scope, id, defaultPolicy(scope), false);
    },
};

function setPolicy(scope: Scope, keyId: string, policy: string, isBypassed: boolean): string {
    const found = findKey(scope, keyId);
    if (found?.account !== scope.account) {
        throw new AwsError("NotFoundException", `Key '${keyId}' does not exist`);
    }
    demandUnlocked(scope, policy, isBypassed);
    put(scope.world, "keys", { ...found, policy });
    return found.id;
}
