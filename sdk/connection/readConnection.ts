import type { Input, Output } from "@pulumi/pulumi";

import { type Checked, demand, derive, unchecked } from "../checks/checked";
import { refuse } from "../checks/conclude";
import { isUnitTest } from "../checks/sdkInternals";
import { withoutSecrets } from "../checks/secrets";
import { checkConnection, readVersion } from "./checkConnection";
import type { EksEndpointConnection } from "./connection";
import { type KnownConnection, mockConnection } from "./mockedConnection";
import { findOrigin } from "./origin";

/**
 * The `connection` output of another stack, typed: `readConnection(hub.getOutput("connection"))`. Fields that this version
 * does not know are left as they are.
 * @throws RunError that names the field and the stack to upgrade, where it is none, of a newer version, or incomplete.
 */
export function readConnection(connection: Input<unknown>): Output<EksEndpointConnection> {
    return demand(checkedConnection(connection));
}

/** A connection that a component was given, once its version and form are right. */
export function checkedConnection(connection: Input<unknown>): Checked<KnownConnection> {
    return derive(unchecked(connection) as Checked<unknown>, async (given) => {
        const stack = await findOrigin(connection, given);
        const isMocked = isUnitTest();
        if (isMocked && readVersion(given) === undefined) {
            return mockConnection();
        }
        const problems = await checkConnection(given, "connection", stack, isMocked);
        refuse(await withoutSecrets(problems, connection));
        return given as EksEndpointConnection;
    });
}
