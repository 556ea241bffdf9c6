import { type Places, policyOf, type Right, type RightsOf } from "../../../scripts/rights/right";
import type { Deployer, Said } from "./deployer";

/** Rights for a stack, and what their places stand for in it. */
export interface Grant extends RightsOf {
    places: Places;
}

/** A part of the life of a stack. */
export interface Phase {
    name: string;
    run: (deployer: Deployer) => Promise<Said> | Said;
}

/** The life of a stack, and the rights that it needs. */
export interface Scenario {
    grants: Grant[];
    /** Those of them that it shows to be no wider than they must; another scenario does for the rest. */
    proven: Grant[];
    deployer: Deployer;
    phases: Phase[];
}

/** One action in one statement of a grant. */
export interface Allowed {
    grant: Grant;
    right: Right;
    action: string;
}

/** Every action that the grants allow, statement by statement. */
export function allowedIn(grants: Grant[]): Allowed[] {
    return grants.flatMap((grant) =>
        grant.rights.flatMap((right) => right.actions.map((action) => ({ grant, right, action }))),
    );
}

/** The policies of grants, with one action less: in its statement, and where the same is allowed once more. */
export function policiesOf(grants: Grant[], without?: Allowed): string[] {
    return grants.map(({ rights, places }) => {
        const left = rights
            .map((right) => ({
                ...right,
                actions: right.actions.filter(
                    (action) => action !== without?.action || !isSame(right, without.right),
                ),
            }))
            .filter(({ actions }) => actions.length > 0);
        return JSON.stringify(policyOf(left, places));
    });
}

function isSame(one: Right, other: Right): boolean {
    const scope = ({ resources, conditions }: Right) => JSON.stringify([resources, conditions]);
    return scope(one) === scope(other);
}
