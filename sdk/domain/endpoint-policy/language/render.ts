import type { PolicyDocument, PolicyPrincipal, PolicyStatement } from "./document";

/**
 * Compact JSON of a policy, canonical: elements in a fixed order, types, operators, keys and values sorted, each value
 * once, a single one without a list. Statements keep their order.
 */
export function renderPolicy({ Version, Id, Statement }: PolicyDocument): string {
    return JSON.stringify({ Version, Id, Statement: Statement.map(orderStatement) });
}

function orderStatement(statement: PolicyStatement): object {
    const { Condition } = statement;
    return {
        Sid: statement.Sid,
        Effect: statement.Effect,
        Principal: orderPrincipal(statement.Principal),
        NotPrincipal: orderPrincipal(statement.NotPrincipal),
        Action: orderList(statement.Action),
        NotAction: orderList(statement.NotAction),
        Resource: orderList(statement.Resource),
        NotResource: orderList(statement.NotResource),
        Condition: Condition && orderObject(Condition, (keys) => orderObject(keys, orderList)),
    };
}

function orderPrincipal(principal: PolicyPrincipal | undefined): unknown {
    return principal === undefined || principal === "*"
        ? principal
        : orderObject(principal, orderList);
}

function orderObject<T>(object: { [name: string]: T }, order: (value: T) => unknown): object {
    const entries = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([name, value]) => [name, order(value)]));
}

function orderList(list: string[] | undefined): string | string[] | undefined {
    const values = list && [...new Set(list)].sort();
    return values?.length === 1 ? values[0] : values;
}
