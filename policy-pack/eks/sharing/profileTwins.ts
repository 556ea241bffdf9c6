import { targetsOf } from "../../stack/links";
import { ZONE } from "../../stack/resourceTypes";
import type { Stack } from "../../stack/stack";
import type { StackResource } from "../../stack/stackResource";
import { peekString } from "../../stack/values";
import { findProfiles, type Profile } from "../dns/profiles";
import { findEksHost, normalizeName } from "../hosts";

/** An association that puts into a profile what it has already. */
export interface ProfileTwin {
    association: StackResource;
    earlier: StackResource;
    /** The profile and what is put into it, in words. */
    profile: string;
    carried: string;
    /** The name that a zone shares with another one of the profile; undefined where both associations put in the same thing. */
    zoneName?: string;
}

/**
 * The associations that put a resource into a profile for the second time, or a zone beside another one of its name. Where
 * VPCs of this stack have the profile, two zones of EKS answer for one name there, which `private-dns-unique` says.
 */
export function findProfileTwins(stack: Stack): ProfileTwin[] {
    const first = new Map<string, StackResource>();
    return stack.once(findProfiles).flatMap((entry) => {
        const { association } = entry;
        const profile = onlyTarget(entry.profile);
        const carried = onlyTarget(entry.carried);
        if (profile === undefined || carried === undefined) {
            return [];
        }
        const claim = (what: string): StackResource | undefined => {
            const key = `${profile.key} ${what}`;
            const earlier = first.get(key);
            first.set(key, earlier ?? association);
            return earlier;
        };
        const twin = { association, profile: profile.words, carried: carried.words };
        const zoneName = readZoneName(entry);
        const same = claim(carried.key);
        const alike = zoneName === undefined ? undefined : claim(`name ${zoneName}`);
        if (same !== undefined) {
            return [{ ...twin, earlier: same }];
        }
        const isSaid = isOfEks(zoneName) && targetsOf(entry.places).size > 0;
        return alike === undefined || isSaid ? [] : [{ ...twin, earlier: alike, zoneName }];
    });
}

/** The one thing that links lead to; undefined where it may be one of several. */
function onlyTarget(links: Profile["carried"]): { key: string; words: string } | undefined {
    const [target, ...others] = targetsOf(links);
    return target === undefined || others.length > 0
        ? undefined
        : { key: target[0], words: target[1] };
}

function readZoneName({ carried }: Profile): string | undefined {
    const [zone] = carried.resources.filter(({ type }) => type === ZONE);
    const name = zone && peekString(zone.given, "name");
    return name === undefined ? undefined : normalizeName(name);
}

function isOfEks(zoneName: string | undefined): boolean {
    return zoneName !== undefined && findEksHost(zoneName) !== undefined;
}
