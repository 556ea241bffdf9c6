import type { World } from "../../../tests/simulated-aws";
import { authorize, DEFAULT_ACCOUNT } from "../../../tests/simulated-aws";
import type { SetOutputs } from "../outputs";
import { table } from "./table";

/** An account that has nothing to do with the endpoints'. */
const STRANGER = "999988887777";

/** A call that each service gets every day; the OIDC documents are read without credentials. */
const CALLS: { [service: string]: string } = {
    eks: "eks:DescribeCluster",
    "eks-auth": "eks-auth:AssumeRoleForPodIdentity",
};

/** As the component writes policies: a list of one is a string. */
interface Document {
    Statement: { Action: string | string[] } | { Action: string | string[] }[];
}

/** Who may call what through each endpoint, and what AWS says to a call from inside and from outside. */
export function policiesTable(world: World, outputs: SetOutputs): string {
    const { policyDocuments, connection } = outputs;
    const rows = Object.entries(connection.services).map(([service, { endpointId }]) => {
        const document = policyDocuments[service];
        const action = CALLS[service];
        if (document === undefined || action === undefined) {
            return [service, "takes no policy", "open to who connects", "-", "-"];
        }
        const answer = (account: string) => {
            const principalArn = `arn:aws:iam::${account}:role/client`;
            const { allowed } = authorize(world, endpointId, { principalArn, action });
            return allowed ? "allowed" : "denied";
        };
        return [
            service,
            actions(document),
            perimeter(outputs),
            answer(DEFAULT_ACCOUNT),
            answer(STRANGER),
        ];
    });
    const legend = `  Insider: a role of account ${DEFAULT_ACCOUNT}; stranger: a role of account ${STRANGER}`;
    return `${table(["Service", "Actions", "Only within", "Insider", "Stranger"], rows)}\n${legend}`;
}

function actions(document: string): string {
    const { Statement: statements } = JSON.parse(document) as Document;
    const all = [statements].flat().flatMap(({ Action: action }) => action);
    return [...new Set(all)].join("\n");
}

function perimeter({ connection }: SetOutputs): string {
    const { organizationIds, organizationPaths, accountIds } = connection.perimeter;
    return [
        ...organizationIds.map((id) => `organization ${id}`),
        ...organizationPaths.map((path) => `organization path ${path}`),
        ...accountIds.map((id) => `account ${id}`),
    ].join("\n");
}
