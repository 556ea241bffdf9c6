import { spoilt } from "../../support/example";
import { accountPolicy } from "../../support/resources";

export const example = spoilt("eks", { endpoint: { policy: accountPolicy({ Action: "*" }) } });
