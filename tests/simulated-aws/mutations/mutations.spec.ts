import { describe } from "mocha";

import { deploy } from "./deploy";
import { describeSubject } from "./describeSubject";
import { subjects } from "./subjects/index";

describe("programs in form of examples, and what may go wrong in them", () => {
    for (const subject of subjects) {
        describeSubject(subject, deploy);
    }
});
