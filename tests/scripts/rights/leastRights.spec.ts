import assert from "node:assert/strict";

import { spokeWithProfile, spokeWithZones } from "./consumerScenarios";
import type { Deployer, Said } from "./deployer";
import { inboundDns } from "./inboundDnsScenarios";
import { type Allowed, allowedIn, type Phase, policiesOf, type Scenario } from "./scenario";
import { setWithBucket, setWithLogGroup } from "./setScenarios";
import { hubWithProfile, hubWithZones } from "./shareScenarios";

const SCENARIOS: { [title: string]: () => Promise<Scenario> } = {
    "a set with a flow log in a log group": setWithLogGroup,
    "a set with a flow log in a bucket": setWithBucket,
    "a hub that shares zones": hubWithZones,
    "a hub that shares a profile": hubWithProfile,
    "a spoke of a hub with zones": spokeWithZones,
    "a spoke of a hub with a profile": spokeWithProfile,
    "inbound DNS": inboundDns,
};

/** A phase as it was run with all rights, and the deployer as it was before. */
interface Lived extends Phase {
    before: Deployer;
    said: Said;
}

/** Lives through all phases; none may be refused for want of a right. */
async function live({ grants, deployer, phases }: Scenario): Promise<Lived[]> {
    deployer.permit(policiesOf(grants));
    const lived: Lived[] = [];
    for (const phase of phases) {
        const before = deployer.copy();
        const said = await phase.run(deployer);
        assert.deepEqual(refusals(said), [], phase.name);
        if (!phase.name.startsWith("preview ")) {
            assert.deepEqual(said.refused, [], phase.name);
        }
        lived.push({ ...phase, before, said });
    }
    return lived;
}

/** What was refused for want of a right. */
function refusals({ refused }: Said): string[] {
    return refused.filter((reason) => reason.includes("is not authorized to perform"));
}

/** Runs a phase once more, with one action less. */
async function liveWithout(phase: Lived, { grants }: Scenario, without: Allowed): Promise<Said> {
    const deployer = phase.before.copy();
    deployer.permit(policiesOf(grants, without));
    return phase.run(deployer);
}

/** What matters of a run: what was refused and said. */
function shown({ refused, messages }: Said): Said {
    return { refused, messages };
}

async function saidIn(phase: Lived, deployer: Deployer): Promise<Said> {
    return shown(await phase.run(deployer));
}

/** The phase that is refused for want of the action, and of nothing else. Of an update the calls are made once more, not the program. */
async function findRefused(
    lived: Lived[],
    scenario: Scenario,
    without: Allowed,
): Promise<string | undefined> {
    const isPreview = ({ name }: Lived) => name.startsWith("preview");
    const quickFirst = lived.toSorted(
        (one, other) => Number(isPreview(one)) - Number(isPreview(other)),
    );
    for (const phase of quickFirst) {
        const { again } = phase.said;
        const policies = policiesOf(scenario.grants, without);
        const said =
            again === undefined
                ? await liveWithout(phase, scenario, without)
                : await again(policies);
        const refused = refusals(said);
        for (const reason of refused) {
            assert.match(reason, new RegExp(`is not authorized to perform: ${without.action} on`));
        }
        if (refused.length > 0) {
            return phase.name;
        }
    }
    return undefined;
}

for (const [title, prepare] of Object.entries(SCENARIOS)) {
    describe(`the least rights of ${title}`, function () {
        this.timeout(240_000);
        let scenario: Scenario;
        let lived: Lived[];

        before(async () => {
            scenario = await prepare();
            lived = await live(scenario);
        });

        it("are enough for its whole life", () => {
            assert.equal(lived.length, scenario.phases.length);
        });

        it("are all needed: with one action less it is refused that action", async () => {
            const needed = allowedIn(scenario.proven).filter(
                ({ right }) => right.use !== "optional",
            );
            const superfluous: string[] = [];
            for (const each of needed) {
                if ((await findRefused(lived, scenario, each)) === undefined) {
                    superfluous.push(`${each.right.sid} ${each.action}`);
                }
            }
            assert.deepEqual(superfluous, []);
        });

        it("let a preview pass, and a refresh, without those that write", async () => {
            const grants = scenario.grants.map((grant) => ({
                ...grant,
                rights: grant.rights.filter(({ use }) => use !== "write"),
            }));
            const looks = lived.filter(({ name }) => /^(preview|refresh)/.test(name));
            assert.ok(looks.length >= 2);
            for (const phase of looks) {
                const deployer = phase.before.copy();
                deployer.permit(policiesOf(grants));
                assert.deepEqual(await saidIn(phase, deployer), shown(phase.said), phase.name);
            }
        });

        it("let a preview say something else, and refuse nothing, where an optional action is missing", async () => {
            const optional = allowedIn(scenario.proven).filter(
                ({ right }) => right.use === "optional",
            );
            const previews = lived.filter(({ name }) => name.startsWith("preview"));
            const unmissed: string[] = [];
            for (const each of optional) {
                let isMissed = false;
                for (const phase of previews) {
                    const said = await liveWithout(phase, scenario, each);
                    assert.deepEqual(refusals(said), [], `${each.action}, ${phase.name}`);
                    isMissed ||= JSON.stringify(shown(said)) !== JSON.stringify(shown(phase.said));
                }
                if (!isMissed) {
                    unmissed.push(`${each.right.sid} ${each.action}`);
                }
            }
            assert.deepEqual(unmissed, []);
        });
    });
}
