import type { Properties } from "../model/values";
import type { WorldObject } from "../world/worldObject";

/** Tags and region of an object as every resource shows them. */
export function common(object: WorldObject) {
    return { region: object.region, tags: tagsOf(object), tagsAll: { ...object.tags } };
}

/** Tags of an object, absent when there are none. */
export function tagsOf(object: WorldObject): Properties | undefined {
    return Object.keys(object.tags).length === 0 ? undefined : { ...object.tags };
}
