import { AwsError } from "../../world/errors";

/** A domain name in the one spelling that compares: small letters, no dot at the end. */
export function plainName(name: string): string {
    return name.toLowerCase().replace(/\.$/, "");
}

/** Longest domain name and longest part of one. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html */
const NAME_LENGTH = 255;
const LABEL_LENGTH = 63;

/** Refuses what is no domain name. The wording beyond the code is simulated. */
export function demandDomainName(name: string): void {
    const labels = name.split(".");
    const isName =
        name.length <= NAME_LENGTH &&
        labels.every((label) => label.length <= LABEL_LENGTH && /^[!-~]+$/.test(label));
    if (isName) {
        return;
    }
    throw new AwsError("InvalidDomainName", `The domain name ${name} is not valid.`);
}

/** The full name of a record, which may be given with or without its zone's. */
export function fullNameOf(name: string, zoneName: string): string {
    const plain = plainName(name);
    if (plain === "" || plain === "@") {
        return zoneName;
    }
    return isWithin(plain, zoneName) ? plain : `${plain}.${zoneName}`;
}

/** Says whether a name is a zone's own or lies under it. */
export function isWithin(name: string, zoneName: string): boolean {
    return name === zoneName || name.endsWith(`.${zoneName}`);
}
