import { Failure } from "../../failure";
import { serviceModels } from "../service-models/botocore";
import { compareCalls } from "../service-models/calls";
import { compareErrors } from "../service-models/errors";
import { compareValues } from "../service-models/values";
import type { Step } from "../step";

/** Inputs whose values rightly differ from those of the call, each with the reason. */
const KNOWN: { [member: string]: string } = {
    "CreateVpc.InstanceTenancy":
        "host is listed, and the API reference says that the call does not take it",
    "CreateVpcEndpoint.VpcEndpointType": "the provider does not take what is newer than it",
    "CreateLogGroup.logGroupClass": "the provider does not take what is newer than it",
    "CreateOpenIDConnectProvider.Url": "it has to begin with https://",
    "CreateAlias.AliasName": "it has to begin with alias/",
    "CreateKey.Policy": "it has to be JSON",
    "PutKeyPolicy.Policy": "it has to be JSON",
    "CreateResolverEndpoint.Direction": "delegation is not modelled, and refused in these words",
    "CreateResolverRule.RuleType": "delegation is not modelled, and refused in these words",
};

/** AWS's own models of its APIs, from botocore, beside what the simulated AWS plays of them. */
export const botocoreModels: Step = {
    name: "the models of botocore agree with the calls, errors and values of the simulated AWS",
    needsEngine: false,
    async run(hour, note) {
        const read = await serviceModels(hour);
        const models = new Map<string, ReturnType<typeof read>>();
        const modelOf = (service: string) => {
            const model = models.get(service) ?? read(service);
            models.set(service, model);
            return model;
        };
        const comparisons = [
            compareCalls(modelOf),
            compareErrors(modelOf),
            compareValues(modelOf, KNOWN),
        ];
        note(`compared: ${comparisons.map(({ compared }) => compared).join(", ")}`);
        comparisons
            .flatMap(({ leftOut }) => leftOut ?? [])
            .forEach((each) => {
                note(`not compared: ${each}`);
            });
        Object.entries(KNOWN).forEach(([member, why]) => {
            note(`differs: ${member}, because ${why}`);
        });
        const disagreements = comparisons.flatMap((each) => each.disagreements);
        if (disagreements.length > 0) {
            const count = `${disagreements.length} disagreements`;
            throw new Failure([count, ...disagreements].join("\n"));
        }
    },
};
