import type { World } from "../../simulated-aws/index";
import { type Drift, drop, listOf, patch, theOne } from "./drifts";

const HUB = "111122223333";
/** Accounts of a hub's consumer, and of nobody. */
export const GUEST = "222233334444";
export const STRANGER = "333344445555";

/** End of the ID of a record that somebody else has made. */
export const OTHERS_RECORD = "-of-others";

const EKS = "eks.eu-west-1.amazonaws.com";
const AUTH = "eks-auth.eu-west-1.api.aws";
const OIDC = "oidc.eks.eu-west-1.amazonaws.com";
const OTHERS_VPC = { vpcId: "vpc-0ffffffffffffffff", vpcRegion: "eu-west-1" };

const zone = (world: World, hostName: string) =>
    theOne(world, "zones", ({ name }) => name === hostName);
const isRecordOf =
    (world: World, hostName: string) =>
    ({ zoneId, type }: World["objects"]["records"][string]): boolean =>
        zoneId === zone(world, hostName).id && type === "A";
const record = (world: World, hostName: string) =>
    theOne(world, "records", isRecordOf(world, hostName));
const ownerOf = (world: World, vpcId: string) => world.objects.vpcs[vpcId]?.account;
const share = (world: World) => theOne(world, "resourceShares");
const vpcOf = (world: World, account: string) =>
    theOne(world, "vpcs", (each) => each.account === account);

/** What may be changed behind the back of a hub with a consumer `guest` of another account, and `same` of its own. */
export const DRIFTS_OF_HUB: Drift[] = [
    {
        title: "a VPC of the hub's account is taken from a zone",
        make: (world) => {
            const found = zone(world, EKS);
            const vpcs = found.vpcs.filter(
                ({ vpcId }, i) => i === 0 || ownerOf(world, vpcId) !== HUB,
            );
            patch(world, "zones", found, { vpcs });
        },
        isThere: (world) =>
            zone(world, EKS).vpcs.filter(({ vpcId }) => ownerOf(world, vpcId) === HUB).length === 1,
        shows: /^create share-same\/eks$/,
        on: ["share-same/eks"],
    },
    {
        title: "a consumer's authorisation is removed",
        make: (world) => {
            patch(world, "zones", zone(world, AUTH), { authorizations: [] });
        },
        isThere: (world) => zone(world, AUTH).authorizations.length === 0,
        shows: /^create share-guest\/eks-auth-dual-stack$/,
        on: ["share-guest/eks-auth-dual-stack"],
    },
    {
        title: "a record is deleted",
        make: (world) => {
            const { id } = record(world, AUTH);
            drop(world, "records", (each) => each.id === id);
        },
        isThere: (world) => !listOf(world, "records").some(isRecordOf(world, AUTH)),
        shows: /^create share-eks-auth-dual-stack-a$/,
        on: ["share-eks-auth-dual-stack-a"],
    },
    {
        title: "a record leads elsewhere",
        make: (world) => {
            const found = record(world, EKS);
            const { zoneId = "" } = found.alias ?? {};
            const alias = { evaluateTargetHealth: false, zoneId, name: "evil.example.com" };
            patch(world, "records", found, { alias });
        },
        isThere: (world) => record(world, EKS).alias?.name === "evil.example.com",
        shows: /^update share-eks-a$/,
        on: ["share-eks-a"],
    },
    {
        title: "a zone is deleted",
        make: (world) => {
            const { id } = zone(world, OIDC);
            drop(world, "records", ({ zoneId }) => zoneId === id);
            drop(world, "zones", (each) => each.id === id);
        },
        isThere: (world) => !listOf(world, "zones").some(({ name }) => name === OIDC),
        shows: /^create share-oidc-eks$/,
        on: ["share-oidc-eks"],
    },
    {
        title: "a stranger's VPC is associated with a zone",
        make: (world) => {
            const found = zone(world, EKS);
            const { id: vpcId } = vpcOf(world, STRANGER);
            patch(world, "zones", found, {
                vpcs: [...found.vpcs, { vpcId, vpcRegion: "eu-west-1" }],
            });
        },
        isThere: (world) =>
            zone(world, EKS).vpcs.some(({ vpcId }) => ownerOf(world, vpcId) === STRANGER),
        shows: /^consumers: VPC vpc-\w+ of eu-west-1 is associated with zone Z\w+, and is none of them/,
        on: [],
        undo: (world) => {
            const found = zone(world, EKS);
            const vpcs = found.vpcs.filter(({ vpcId }) => ownerOf(world, vpcId) !== STRANGER);
            patch(world, "zones", found, { vpcs });
        },
    },
    {
        title: "a stranger's VPC is authorised",
        make: (world) => {
            const found = zone(world, EKS);
            const authorizations = [...found.authorizations, OTHERS_VPC];
            patch(world, "zones", found, { authorizations });
        },
        isThere: (world) =>
            zone(world, EKS).authorizations.some(({ vpcId }) => vpcId === OTHERS_VPC.vpcId),
        on: [],
    },
    {
        title: "a zone is given another record",
        make: (world) => {
            const found = record(world, EKS);
            const fullName = `x.${EKS}`;
            patch(world, "records", { ...found, id: `${found.id}${OTHERS_RECORD}` }, { fullName });
        },
        isThere: (world) =>
            listOf(world, "records").some(({ fullName }) => fullName === `x.${EKS}`),
        on: [],
    },
];

/** What may be changed behind the back of a hub with a profile. */
export const DRIFTS_OF_PROFILE: Drift[] = [
    {
        title: "a zone is taken out of the profile",
        make: (world) => {
            drop(world, "profileResources", ({ name }) => name === "eks");
        },
        isThere: (world) => !listOf(world, "profileResources").some(({ name }) => name === "eks"),
        shows: /^create share-profile\/eks$/,
        on: ["share-profile/eks"],
    },
    {
        title: "a principal is taken out of the share",
        make: (world) => {
            patch(world, "resourceShares", share(world), { principals: [] });
        },
        isThere: (world) => !share(world).principals.includes(GUEST),
        shows: new RegExp(`^create share-profile-share/${GUEST}$`),
        on: [`share-profile-share/${GUEST}`],
    },
    {
        title: "the profile is taken out of the share",
        make: (world) => {
            patch(world, "resourceShares", share(world), { resourceArns: [] });
        },
        isThere: (world) => share(world).resourceArns.length === 0,
        shows: /^create share-profile-share$/,
        on: ["share-profile-share"],
    },
    {
        title: "the share may leave the organisation",
        make: (world) => {
            patch(world, "resourceShares", share(world), { allowExternalPrincipals: true });
        },
        isThere: (world) => share(world).allowExternalPrincipals,
        shows: /^update share-profile-share$/,
        on: ["share-profile-share"],
    },
    {
        title: "a principal is added to the share",
        make: (world) => {
            const found = share(world);
            patch(world, "resourceShares", found, {
                principals: [...found.principals, STRANGER],
            });
        },
        isThere: (world) => share(world).principals.includes(STRANGER),
        shows: new RegExp(
            `^principals: ${STRANGER} is in the RAM share arn:aws:ram:\\S+, and is none`,
        ),
        on: [`share-profile-share/${GUEST}`],
        undo: (world) => {
            patch(world, "resourceShares", share(world), { principals: [GUEST] });
        },
    },
    {
        title: "the share gives something else as well",
        make: (world) => {
            const found = share(world);
            const subnet = "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0ffffffffffffffff";
            patch(world, "resourceShares", found, {
                resourceArns: [...found.resourceArns, subnet],
            });
        },
        isThere: (world) => share(world).resourceArns.length > 1,
        shows: /^principals: the RAM share arn:aws:ram:\S+ gives them arn:aws:ec2:\S+ as well/,
        on: ["share-profile-share"],
        undo: (world) => {
            const [profile = ""] = share(world).resourceArns;
            patch(world, "resourceShares", share(world), { resourceArns: [profile] });
        },
    },
];

/** What may be changed behind the back of a consumer. */
export const DRIFTS_OF_SPOKE: { [method: string]: Drift[] } = {
    hostedZones: [
        {
            title: "the spoke's VPC is taken from a zone",
            make: (world) => {
                const found = zone(world, EKS);
                const vpcs = found.vpcs.filter(({ vpcId }) => ownerOf(world, vpcId) !== GUEST);
                patch(world, "zones", found, { vpcs });
            },
            isThere: (world) =>
                !zone(world, EKS).vpcs.some(({ vpcId }) => ownerOf(world, vpcId) === GUEST),
            shows: /^create eks-eks$/,
            on: ["eks-eks"],
        },
    ],
    profile: [
        {
            title: "the profile is taken from the spoke's VPC",
            make: (world) => {
                drop(world, "profileVpcs");
            },
            isThere: (world) => listOf(world, "profileVpcs").length === 0,
            shows: /^create eks-profile$/,
            on: ["eks-profile"],
        },
    ],
};
