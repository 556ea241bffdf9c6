import assert from "node:assert/strict";

import { RIGHTS } from "../../../scripts/rights/page";
import { policyOf, type RightsOf } from "../../../scripts/rights/right";
import {
    createWorld,
    DEFAULT_ACCOUNT,
    memoryStore,
    Provider,
    type World,
} from "../../../simulated-aws/index";
import { createNetwork, type Network } from "../../support/network";
import { REGION } from "./deployer";
import { placesOf } from "./places";

type Inputs = Parameters<Provider["create"]>[1];

/** Longest managed policy, without white space. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST_POLICY = 6144;

const OWNED = (component: string) => ({
    "eks-privatelink": `organization/project/dev/${component}/eks`,
});

describe("the rights of a component", () => {
    let world: World;
    let network: Network;
    let foreign: Network;

    beforeEach(async () => {
        world = createWorld();
        network = await createNetwork({ world, region: REGION });
        foreign = await createNetwork({ world, region: REGION, prefix: "10.50" });
    });

    /** From now on the deployer has just the rights of a component called `eks` in the first network. */
    function permit(component: string): void {
        const places = placesOf("eks", {
            "vpc-id": network.vpcId,
            "subnet-id": network.subnetIds,
            "consumer-vpc-id": "vpc-0c",
            "consumer-region": REGION,
            "zone-id": "Z0HUB",
        });
        const policies = RIGHTS.filter((each) => each.component === component).map(({ rights }) =>
            JSON.stringify(policyOf(rights, places)),
        );
        world.accounts[DEFAULT_ACCOUNT] = { deployerPolicies: policies };
    }

    function provider(): Provider {
        const config = { account: DEFAULT_ACCOUNT, region: REGION, defaultTags: {} };
        return new Provider(memoryStore(world), config);
    }

    const create = (token: string, inputs: object) =>
        provider().create(token, inputs as Inputs, false);

    /** Resources that the rights of a component are not for, and the action that is refused. */
    const OUTSIDE: {
        title: string;
        component: string;
        token: string;
        inputs: () => object;
        action: string;
    }[] = [
        {
            title: "an endpoint in another VPC",
            component: "EksEndpointSet",
            token: "aws:ec2/vpcEndpoint:VpcEndpoint",
            inputs: () => endpointIn(foreign, {}),
            action: "ec2:CreateVpcEndpoint",
        },
        {
            title: "an endpoint for another service",
            component: "EksEndpointSet",
            token: "aws:ec2/vpcEndpoint:VpcEndpoint",
            inputs: () => endpointIn(network, { serviceName: `com.amazonaws.${REGION}.ec2` }),
            action: "ec2:CreateVpcEndpoint",
        },
        {
            title: "an endpoint without the set's tag",
            component: "EksEndpointSet",
            token: "aws:ec2/vpcEndpoint:VpcEndpoint",
            inputs: () => endpointIn(network, { tags: {} }),
            action: "ec2:CreateVpcEndpoint",
        },
        {
            title: "a security group in another VPC",
            component: "EksInboundDns",
            token: "aws:ec2/securityGroup:SecurityGroup",
            inputs: () => ({ vpcId: foreign.vpcId, tags: OWNED("EksInboundDns") }),
            action: "ec2:CreateSecurityGroup",
        },
        {
            title: "a role of another name",
            component: "EksEndpointSet",
            token: "aws:iam/role:Role",
            inputs: () => ({ name: "admin", assumeRolePolicy: "{}" }),
            action: "iam:CreateRole",
        },
        {
            title: "a bucket of another name",
            component: "EksEndpointSet",
            token: "aws:s3/bucket:Bucket",
            inputs: () => ({ bucket: "elsewhere" }),
            action: "s3:CreateBucket",
        },
        {
            title: "a zone of another VPC",
            component: "EksEndpointShare",
            token: "aws:route53/zone:Zone",
            inputs: () => ({ name: "a.example", vpcs: [{ vpcId: foreign.vpcId }] }),
            action: "route53:CreateHostedZone",
        },
        {
            title: "a public zone",
            component: "EksEndpointShare",
            token: "aws:route53/zone:Zone",
            inputs: () => ({ name: "a.example" }),
            action: "route53:CreateHostedZone",
        },
        {
            title: "a record of a name that is not of EKS",
            component: "EksEndpointShare",
            token: "aws:route53/record:Record",
            inputs: () => ({ zoneId: "Z0", name: "a.example", type: "A", records: ["10.0.0.1"] }),
            action: "route53:ChangeResourceRecordSets",
        },
        {
            title: "an authorisation of a VPC that is no consumer",
            component: "EksEndpointShare",
            token: "aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization",
            inputs: () => ({ zoneId: "Z0", vpcId: "vpc-0d", vpcRegion: REGION }),
            action: "route53:CreateVPCAssociationAuthorization",
        },
        {
            title: "a share with strangers",
            component: "EksEndpointShare",
            token: "aws:ram/resourceShare:ResourceShare",
            inputs: () => ({
                name: "s",
                allowExternalPrincipals: true,
                tags: OWNED("EksEndpointShare"),
            }),
            action: "ram:CreateResourceShare",
        },
        {
            title: "a zone of somebody else for the spoke's VPC",
            component: "EksEndpointConsumer",
            token: "aws:route53/zoneAssociation:ZoneAssociation",
            inputs: () => ({ zoneId: "Z0OTHER", vpcId: network.vpcId, vpcRegion: REGION }),
            action: "route53:AssociateVPCWithHostedZone",
        },
        {
            title: "the hub's zone for another VPC than the spoke's",
            component: "EksEndpointConsumer",
            token: "aws:route53/zoneAssociation:ZoneAssociation",
            inputs: () => ({ zoneId: "Z0HUB", vpcId: foreign.vpcId, vpcRegion: REGION }),
            action: "route53:AssociateVPCWithHostedZone",
        },
        {
            title: "a profile for another VPC than the spoke's",
            component: "EksEndpointConsumer",
            token: "aws:route53/profilesAssociation:ProfilesAssociation",
            inputs: () => ({
                name: "p",
                profileId: "rp-0",
                resourceId: foreign.vpcId,
                tags: OWNED("EksEndpointConsumer"),
            }),
            action: "route53profiles:AssociateProfile",
        },
    ];

    function endpointIn({ vpcId, subnetIds }: Network, others: object): object {
        const serviceName = `com.amazonaws.${REGION}.eks`;
        const tags = OWNED("EksEndpointSet");
        return { vpcId, subnetIds, serviceName, vpcEndpointType: "Interface", tags, ...others };
    }

    for (const { title, component, token, inputs, action } of OUTSIDE) {
        it(`does not let ${component} create ${title}`, async () => {
            permit(component);
            await assert.rejects(
                create(token, inputs()),
                new RegExp(`is not authorized to perform: ${action} on`),
            );
        });
    }

    it("does not let a set change or delete what it has not created", async () => {
        const { id, outputs } = await create(
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            endpointIn(network, { tags: OWNED("EksEndpointSet") }),
        );
        const others = await create(
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            endpointIn(network, { tags: { team: "other" } }),
        );
        permit("EksEndpointSet");
        const remove = (made: string, state: object) =>
            provider().delete("aws:ec2/vpcEndpoint:VpcEndpoint", made, state as Inputs);
        await assert.rejects(remove(others.id, others.outputs), /ec2:DeleteVpcEndpoints on/);
        await remove(id, outputs);
    });

    it("fits into managed policies, and names each statement once", () => {
        for (const { component, when, rights } of RIGHTS) {
            const sids = rights.map(({ sid }) => sid);
            assert.equal(new Set(sids).size, sids.length, `${component}, ${when}`);
            assert.ok(
                lengthOf({ component, when, rights }) < LONGEST_POLICY,
                `${component}, ${when}`,
            );
            for (const sid of sids) {
                // IAM takes letters and digits only.
                assert.match(sid, /^[A-Za-z0-9]+$/);
            }
        }
    });

    it("leaves no place open", () => {
        const places = placesOf("eks", {
            "vpc-id": "vpc-0",
            "subnet-id": ["subnet-0", "subnet-1"],
            "consumer-vpc-id": "vpc-1",
            "consumer-region": REGION,
            "zone-id": "Z0",
        });
        for (const { rights } of RIGHTS) {
            assert.doesNotMatch(JSON.stringify(policyOf(rights, places)), /<[a-z-]+>/);
        }
    });
});

function lengthOf({ rights }: RightsOf): number {
    const places = placesOf("network", {
        "vpc-id": "vpc-0123456789abcdef0",
        "subnet-id": [1, 2, 3].map((n) => `subnet-0123456789abcdef${n}`),
        "consumer-vpc-id": "vpc-0123456789abcdef1",
        "consumer-region": REGION,
        "zone-id": [1, 2, 3, 4, 5].map((n) => `Z0123456789ABCDEF012${n}`),
    });
    return JSON.stringify(policyOf(rights, places)).length;
}
