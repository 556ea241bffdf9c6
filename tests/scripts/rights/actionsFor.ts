import { resourceCalls } from "../../../simulated-aws/index";

/** Of types that are not in the table of calls, the calls that stand with their models. */
const OTHERS: { [token: string]: string[] } = {
    "aws:ec2/vpc:Vpc": ["ec2:CreateVpc", "ec2:DeleteVpc"],
    "aws:ec2/subnet:Subnet": ["ec2:CreateSubnet", "ec2:DeleteSubnet"],
};

/** The calls that the provider makes for resources of these types, as actions of IAM; nothing for what is not of AWS. */
export function actionsFor(types: string[]): string[] {
    const calls = types.flatMap((type) => {
        const row = resourceCalls.find(({ token }) => token === type);
        const known = row === undefined ? [] : [row.create, row.read, row.update, row.delete];
        return [...known.flat(), ...(OTHERS[type] ?? [])];
    });
    return [...new Set(calls.map((call) => (typeof call === "string" ? call : call.call)))];
}
