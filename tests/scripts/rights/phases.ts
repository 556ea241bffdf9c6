import type { Deployer } from "./deployer";
import type { Phase } from "./scenario";

/** How the life of every stack begins. */
export function beginning(program: () => object): Phase[] {
    return [
        { name: "preview", run: (deployer) => deployer.preview(program) },
        { name: "up", run: (deployer) => deployer.up(program) },
        { name: "refresh", run: (deployer) => deployer.refresh() },
    ];
}

/** An update with other arguments, and back. */
export function change(first: () => object, other: () => object): Phase[] {
    return [
        { name: "up with other arguments", run: (deployer) => deployer.up(other) },
        { name: "up with the first ones", run: (deployer) => deployer.up(first) },
    ];
}

/** An update after a hand has changed things in AWS. */
export function repair(program: () => object, meddle: (world: Deployer["world"]) => void): Phase {
    return {
        name: "up after a hand has changed things",
        run: (deployer) => {
            meddle(deployer.world);
            deployer.refresh();
            return deployer.up(program);
        },
    };
}

/** A preview of a stack that has lost some of what it made. */
export function findLost(program: () => object, ...lost: string[]): Phase {
    return {
        name: "preview after an interrupted update",
        run: (deployer) => {
            const other = deployer.copy();
            lost.forEach((name) => {
                other.forget(name);
            });
            return other.preview(program);
        },
    };
}

/** The end of every stack. */
export const END: Phase = { name: "destroy", run: (deployer) => deployer.destroy() };
