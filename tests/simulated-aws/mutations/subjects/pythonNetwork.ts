import * as path from "node:path";

import type { Outputs, Subject } from "../subject";

const from = (account: string) => ({
    principal: `arn:aws:iam::${account}:role/node`,
    action: "eks:DescribeCluster",
    resource: `arn:aws:eks:eu-west-1:${account}:cluster/prod`,
});

const at =
    (zone: number) =>
    ({ dev }: Outputs) => ({
        vpcId: dev?.vpcId,
        subnet: (dev?.subnetIds as string[])[zone],
    });

/** An endpoint in a network of its own, in Python: for the engine. */
export const pythonNetwork: Subject = {
    title: "a network in Python",
    folder: path.join(__dirname, "..", "programs", "python-network"),
    stacks: [{ name: "dev" }],
    clients: { "a node": at(0), "a node of the other zone": at(1) },
    hosts: { eks: "eks.eu-west-1.amazonaws.com" },
    calls: { "its cluster": from("111122223333"), "a stranger's cluster": from("999988887777") },
    no: /a stranger's cluster$/,
    mutations: [
        {
            title: "the group admits the nodes of one zone alone",
            file: "__main__.py",
            replace: "[subnet.cidr_block for subnet in subnets]",
            by: "[subnets[0].cidr_block]",
            closes: /^a node of the other zone (connects|calls)/,
            because: /no rule of sg-\w+ admits 10\.50\.1\.10 on tcp 443$/,
        },
    ],
};
