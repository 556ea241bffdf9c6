/** What every object of the world has, whichever service it belongs to. */
export interface WorldObject {
    id: string;
    account: string;
    region: string;
    tags: { [key: string]: string };
}
