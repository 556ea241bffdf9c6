import type { ResourceModel } from "../model/resource";
import { stringMap, strings, stringSet } from "../model/schema";
import { read, textOf, type Value } from "../model/values";
import { AwsError } from "../world/errors";
import { get, put, remove } from "../world/objectsOf";
import { partitionOf } from "../world/regions";
import type { Scope } from "../world/types";
import { tagsOf } from "./tags";

/** Thumbprint of an issuer whose certificate IAM looks at by itself; simulated. */
const THUMBPRINT = "9e99a48a9960b14926bb7f3b02e22da2b0ab7280";

/** `aws.iam.OpenIdConnectProvider`: lets roles trust the tokens of an issuer, for example of a cluster. */
export const openIdConnectProvider: ResourceModel = {
    schema: {
        token: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
        required: { clientIdLists: stringSet, url: "string" },
        optional: { tags: stringMap },
        settled: { thumbprintLists: strings },
        computed: { arn: "string", tagsAll: stringMap },
        replaceOn: ["url"],
    },
    operations: {
        service: "IAM",
        create: "CreateOpenIDConnectProvider",
        update: "UpdateOpenIDConnectProviderThumbprint",
        delete: "DeleteOpenIDConnectProvider",
    },
    check(inputs) {
        const { url } = inputs;
        return typeof url === "string" && !/^https:\/\/[^/]/.test(url)
            ? [
                  {
                      property: "url",
                      reason: `expected "url" to have a url with schema of: "https", got ${url}`,
                  },
              ]
            : [];
    },
    isSame: (property, old, now) => property === "url" && issuerOf(old) === issuerOf(now),
    create(scope, inputs) {
        const given = read(inputs);
        const issuer = issuerOf(inputs.url);
        const id = arnOf(scope, issuer);
        if (get(scope.world, "oidcProviders", id) !== undefined) {
            throw new AwsError(
                "EntityAlreadyExists",
                `Provider with url https://${issuer} already exists.`,
            );
        }
        const { account, region } = scope;
        const thumbprints = given.texts("thumbprintLists");
        put(scope.world, "oidcProviders", {
            id,
            account,
            region,
            tags: given.tags(),
            issuer,
            clientIds: given.texts("clientIdLists"),
            thumbprints: thumbprints.length === 0 ? [THUMBPRINT] : thumbprints,
        });
        return id;
    },
    read(scope, id) {
        const found = get(scope.world, "oidcProviders", id);
        return found?.account === scope.account
            ? {
                  arn: id,
                  clientIdLists: found.clientIds,
                  tags: tagsOf(found),
                  tagsAll: { ...found.tags },
                  thumbprintLists: found.thumbprints,
                  url: found.issuer,
              }
            : undefined;
    },
    update(scope, id, _olds, news) {
        const found = get(scope.world, "oidcProviders", id);
        if (found !== undefined) {
            const given = read(news);
            const thumbprints = given.has("thumbprintLists")
                ? given.texts("thumbprintLists")
                : found.thumbprints;
            const clientIds = given.texts("clientIdLists");
            put(scope.world, "oidcProviders", {
                ...found,
                tags: given.tags(),
                clientIds,
                thumbprints,
            });
        }
    },
    delete: (scope, id) => {
        remove(scope.world, "oidcProviders", id);
    },
};

function issuerOf(url: Value): string {
    return textOf(url).replace(/^https:\/\//, "");
}

function arnOf({ account, region }: Scope, issuer: string): string {
    return `arn:${partitionOf(region).name}:iam::${account}:oidc-provider/${issuer}`;
}
