import * as assert from "node:assert/strict";

import { describe, it } from "mocha";

import { checkLogFormat, RECORD_FIELDS } from "../../../../sdk/domain/flowLogs";
import { unknownFields } from "../../../../simulated-aws/services/flowLogs/recordFields";

describe("fields of a flow log", () => {
    it("are the same for the components and the simulated AWS", () => {
        const format = RECORD_FIELDS.map((field) => `\${${field}}`).join(" ");
        assert.deepEqual(unknownFields(format), []);
        for (const other of ["${next-hop-type}", "${vpce-id}", "${}", "version", "$version"]) {
            assert.deepEqual(unknownFields(other), [other]);
            assert.equal(checkLogFormat(other).length, 1, other);
        }
    });
});
