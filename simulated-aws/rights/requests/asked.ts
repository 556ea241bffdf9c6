import { type Properties, read } from "../../model/values";
import type { Context } from "../../packet/policy/document";
import type { Scope } from "../../world/types";

/** A step of the provider, as far as IAM judges its calls. */
export interface Asked {
    scope: Scope;
    /** ID of the resource; empty for one that is created, and for a look-up. */
    id: string;
    /** The inputs of what is created or changed, with all its tags; the state of what is read or deleted; the arguments of a look-up. */
    given: Properties;
    /** What an update starts from. */
    olds?: Properties;
}

/** What IAM is asked for a call: whether an action is allowed on a resource. */
export interface IamRequest {
    action: string;
    /** ARN, or `*` for an action that is judged on no resource. */
    resource: string;
    context: Context;
}

/** What IAM is asked for each call, by the call. A call that is missing is an action of its own name, on no resource. */
export interface RequestsByCall {
    [call: string]: (asked: Asked) => IamRequest[];
}

interface Tags {
    [key: string]: string;
}

/** The keys of tags that a request brings: all with a creation, those that changed with an update. */
export function requestTags({ given, olds }: Asked): Context {
    const before = olds === undefined ? {} : read(olds).tags("tagsAll");
    const sent = Object.entries(read(given).tags()).filter(([key, value]) => before[key] !== value);
    const tags = Object.fromEntries(sent);
    const keys = Object.keys(tags);
    return keys.length === 0 ? {} : { ...keysOf("aws:RequestTag", tags), "aws:TagKeys": keys };
}

/** The keys of tags that a resource has. */
export function resourceTags(tags: Tags): Context {
    return keysOf("aws:ResourceTag", tags);
}

/** The keys of tags of something that a request is about; what has only just been created has those that it was given. */
export function tagsNow(found: { tags: Tags } | undefined, { given }: Asked): Context {
    return resourceTags(found?.tags ?? read(given).tags());
}

/** The keys of tags of a request that brings tags, to something new or to what has some already. */
export function tagsBrought(found: { tags: Tags } | undefined, asked: Asked): Context {
    return { ...resourceTags(found?.tags ?? {}), ...requestTags(asked) };
}

function keysOf(key: string, tags: Tags): Context {
    return Object.fromEntries(
        Object.entries(tags).map(([name, value]) => [`${key}/${name}`, value]),
    );
}

/** Requests for one action. */
export function on(
    action: string,
    subjects: { resource: string; context?: Context }[],
): IamRequest[] {
    return subjects.map(({ resource, context = {} }) => ({ action, resource, context }));
}

/** Actions that are judged on no resource. */
export function onAny(...actions: string[]): IamRequest[] {
    return actions.flatMap((action) => on(action, [{ resource: "*" }]));
}
