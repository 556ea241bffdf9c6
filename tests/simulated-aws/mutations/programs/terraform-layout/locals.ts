interface Endpoint {
    service: string;
    policy?: string;
}

const endpoints: { [key: string]: Endpoint } = {
    eks: {
        service: "eks",
        policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { AWS: "arn:aws:iam::111122223333:root" },
                    Action: "eks:*",
                    Resource: "arn:aws:eks:*:111122223333:cluster/team-*",
                },
            ],
        }),
    },
    eks_auth: { service: "eks-auth" },
};

export const locals = {
    cidr: "10.30.0.0/16",
    intra: [
        { availabilityZone: "eu-west-1a", cidrBlock: "10.30.51.0/24" },
        { availabilityZone: "eu-west-1b", cidrBlock: "10.30.52.0/24" },
    ],
    endpoints,
};
