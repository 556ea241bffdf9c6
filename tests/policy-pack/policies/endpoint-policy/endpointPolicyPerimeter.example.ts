import { spoilt } from "../../support/example";
import { ACCOUNT_ID, accountPolicy } from "../../support/resources";

const Condition = { StringEquals: { "aws:ResourceAccount": ACCOUNT_ID } };

export const example = spoilt("eks", { endpoint: { policy: accountPolicy({ Condition }) } });
