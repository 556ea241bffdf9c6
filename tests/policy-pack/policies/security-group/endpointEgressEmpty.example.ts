import { spoilt } from "../../support/example";

const everything = {
    protocol: "-1",
    fromPort: 0,
    toPort: 0,
    cidrBlocks: ["0.0.0.0/0"],
    description: "everything",
};

export const example = spoilt(
    "endpoints",
    { group: { egress: [everything] } },
    { group: { egress: [] } },
);
