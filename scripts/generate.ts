import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inferSchema } from "./schema";

// Writes what is derived from the code and kept in the repository; tests compare it.
void inferSchema().then((schema) => {
    writeFileSync(join(__dirname, "..", "sdk", "schema.json"), schema);
});
