import assert from "node:assert/strict";

import * as sdk from "eks-privatelink";

import { fileStore } from "../../simulated-aws/index";
import { create, TABLES } from "../support/arguments/index";
import { assertArrived, REGION } from "../support/arguments/table";
import { addNetwork } from "../support/network";
import { useEngine } from "./support";

for (const table of TABLES) {
    describe(`${table.component} with every argument on the engine`, function () {
        this.timeout(60_000);
        const engine = useEngine();

        for (const [i, { title, args, arrives, update = false }] of table.combinations.entries()) {
            it(`passes on what it is given with ${title}`, async () => {
                const { account } = table;
                const place = await addNetwork(fileStore(engine().home.worldPath), {
                    account,
                    region: REGION,
                    zones: ["a", "b", "b"],
                    hasIpv6: true,
                });
                const program = () => create(table, args(place), sdk);
                const stack = await engine().stack(`arguments-${i}`, program, {
                    account,
                    region: REGION,
                });
                const { errors, shown } = await (update ? stack.up() : stack.preview());
                assert.deepEqual(errors, []);
                assertArrived(arrives(place), shown);
            });
        }
    });
}
