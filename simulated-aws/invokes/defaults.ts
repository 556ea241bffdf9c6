import type { FunctionModel } from "../model/resource";
import { type Properties, read } from "../model/values";
import { lookAtDefaultVpc } from "../services/vpc/defaultNetwork";

/** A look-up that first brings the default VPC into sight where it asks for that, by an argument or by a filter. */
export function withDefaults(
    model: FunctionModel,
    argument: string,
    filterNames: string[],
): FunctionModel {
    const looksAtDefaults = (args: Properties): boolean => {
        const filters = read(args).records("filters").map(read);
        const isFiltered = filters.some(
            (each) =>
                filterNames.includes(each.text("name")) && each.texts("values").includes("true"),
        );
        return read(args).flag(argument) || isFiltered;
    };
    return {
        ...model,
        looksAtDefaults,
        call(scope, args) {
            if (looksAtDefaults(args)) {
                lookAtDefaultVpc(scope);
            }
            return model.call(scope, args);
        },
    };
}
