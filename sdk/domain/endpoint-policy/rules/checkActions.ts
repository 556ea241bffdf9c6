import { Problem } from "../../problem";
import { EksService, serviceFacts } from "../../services";
import { describeGiven, describeNearest } from "../../wording";
import { EKS_AUTH_ACTION, listActions } from "../language/actions";
import { PolicyDocument, PolicyStatement } from "../language/document";
import { hasWildcard, matches, toPattern } from "../language/pattern";

/** Actions of a statement that do not exist or never arrive at the service's endpoint. `eks-proxy` publishes none to compare with. */
export function checkActions(
    path: string,
    statement: PolicyStatement,
    service: EksService,
): Problem[] {
    const { actionPrefix } = serviceFacts(service);
    if (actionPrefix === undefined) {
        return [];
    }
    return (["Action", "NotAction"] as const).flatMap((element) =>
        (statement[element] ?? []).flatMap((action) => {
            const reason = checkAction(action, service, actionPrefix);
            return reason === undefined ? [] : [{ path: `${path}.${element}`, reason }];
        }),
    );
}

function checkAction(
    action: string,
    service: EksService,
    actionPrefix: string,
): string | undefined {
    const known = listActions(actionPrefix);
    if (known.some((each) => fits(action, each))) {
        return undefined;
    }
    const [prefix = "", name] = action.split(":");
    const given = describeGiven(action);
    if (name === undefined) {
        const hint = describeNearest(`${actionPrefix}:${action}`, known);
        return `${given} is no action; write service prefix and name, such as ${known[0]}${hint}`;
    }
    if (!hasWildcard(prefix) && prefix.toLowerCase() !== actionPrefix) {
        return (
            `${given} is an action of another service, and the endpoint of ${service} carries only ` +
            `those of ${actionPrefix}; remove it`
        );
    }
    return `${given} fits no action of ${actionPrefix}${describeNearest(action, known)}`;
}

function fits(action: string, known: string): boolean {
    return matches(toPattern(action.toLowerCase(), "wildcards"), known.toLowerCase());
}

/** EKS Auth is for one action: without it the endpoint is of no use. */
export function checkNeededActions(document: PolicyDocument, service: EksService): Problem[] {
    const allows = document.Statement.filter(({ Effect }) => Effect === "Allow");
    const isAllowed = allows.some(
        ({ Action, NotAction }) =>
            (Action?.some((action) => fits(action, EKS_AUTH_ACTION)) ?? false) ||
            (NotAction !== undefined && !NotAction.some((action) => fits(action, EKS_AUTH_ACTION))),
    );
    return service !== EksService.EksAuth || allows.length === 0 || isAllowed
        ? []
        : [
              {
                  path: "Statement",
                  reason: `allows no ${EKS_AUTH_ACTION}, the only action of EKS Auth, so no pod could get credentials; allow it`,
              },
          ];
}
