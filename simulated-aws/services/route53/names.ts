/** A domain name in the one spelling that compares: small letters, no dot at the end. */
export function plainName(name: string): string {
    return name.toLowerCase().replace(/\.$/, "");
}

/** The full name of a record, which may be given with or without its zone's. */
export function fullNameOf(name: string, zoneName: string): string {
    const plain = plainName(name);
    if (plain === "" || plain === "@") return zoneName;
    return isWithin(plain, zoneName) ? plain : `${plain}.${zoneName}`;
}

/** Says whether a name is a zone's own or lies under it. */
export function isWithin(name: string, zoneName: string): boolean {
    return name === zoneName || name.endsWith(`.${zoneName}`);
}
