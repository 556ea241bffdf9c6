import type { ResourceModel } from "../model/resource";
import { accessEntry } from "./eks/accessEntry";
import { accessPolicyAssociation } from "./eks/accessPolicyAssociation";
import { addon } from "./eks/addon";
import { cluster } from "./eks/cluster";
import { fargateProfile } from "./eks/fargateProfile";
import { nodeGroup } from "./eks/nodeGroup";
import { podIdentityAssociation } from "./eks/podIdentityAssociation";
import {
    securityGroupAssociation,
    vpcEndpointRouteTableAssociation,
    vpcEndpointSubnetAssociation,
} from "./endpoints/associations";
import { endpointPrivateDns } from "./endpoints/endpointPrivateDns";
import { vpcEndpoint } from "./endpoints/vpcEndpoint";
import { vpcEndpointPolicy } from "./endpoints/vpcEndpointPolicy";
import { deliveryStream } from "./firehose";
import { flowLog } from "./flowLogs/flowLog";
import { role, rolePolicy } from "./iam";
import { instanceProfile } from "./iam/instanceProfile";
import { policy } from "./iam/policy";
import {
    policyAttachment,
    rolePolicyAttachment,
    userPolicyAttachment,
} from "./iam/policyAttachments";
import { user } from "./iam/user";
import { userPolicy } from "./iam/userPolicy";
import { rolePoliciesExclusive, rolePolicyAttachmentsExclusive } from "./iamExclusive";
import { alias } from "./kms/alias";
import { key } from "./kms/key";
import { keyPolicy } from "./kms/keyPolicy";
import { logGroup } from "./logs";
import { defaultNetworkAcl } from "./networkAcls/defaultNetworkAcl";
import { networkAcl } from "./networkAcls/networkAcl";
import { networkAclAssociation } from "./networkAcls/networkAclAssociation";
import { networkAclRule } from "./networkAcls/networkAclRule";
import { openIdConnectProvider } from "./openIdConnectProvider";
import { vpcPeeringConnection } from "./peering/vpcPeeringConnection";
import { vpcPeeringConnectionAccepter } from "./peering/vpcPeeringConnectionAccepter";
import { profile } from "./profiles/profile";
import { profileResource } from "./profiles/profileResource";
import { profileVpc } from "./profiles/profileVpc";
import { principalAssociation, resourceAssociation } from "./ram/associations";
import { resourceShareAssociationsExclusive } from "./ram/associationsExclusive";
import { resourceShare } from "./ram/resourceShare";
import { queryLogConfig } from "./resolver/queryLogConfig";
import { queryLogConfigAssociation } from "./resolver/queryLogConfigAssociation";
import { resolverEndpoint } from "./resolver/resolverEndpoint";
import { resolverRule } from "./resolver/resolverRule";
import { resolverRuleAssociation } from "./resolver/resolverRuleAssociation";
import { record } from "./route53/record";
import { vpcAssociationAuthorization } from "./route53/vpcAssociationAuthorization";
import { zone } from "./route53/zone";
import { zoneAssociation } from "./route53/zoneAssociation";
import { defaultRouteTable } from "./routing/defaultRouteTable";
import { egressOnlyInternetGateway } from "./routing/egressOnlyInternetGateway";
import { elasticIp } from "./routing/elasticIp";
import { internetGateway } from "./routing/internetGateway";
import { internetGatewayAttachment } from "./routing/internetGatewayAttachment";
import { mainRouteTableAssociation } from "./routing/mainRouteTableAssociation";
import { natGateway } from "./routing/natGateway";
import { route } from "./routing/route";
import { routeTable } from "./routing/routeTable";
import { routeTableAssociation } from "./routing/routeTableAssociation";
import { bucket } from "./s3/bucket";
import {
    bucketAcl,
    bucketAclV2,
    bucketEncryption,
    bucketEncryptionV2,
    bucketLifecycle,
    bucketLifecycleV2,
    bucketLogging,
    bucketLoggingV2,
    bucketOwnershipControls,
    bucketPublicAccessBlock,
    bucketVersioning,
    bucketVersioningV2,
} from "./s3/bucketParts";
import { bucketPolicy } from "./s3/bucketPolicy";
import { bucketV2 } from "./s3/bucketV2";
import { defaultSecurityGroup } from "./securityGroups/defaultSecurityGroup";
import { groupVpc } from "./securityGroups/groupVpc";
import { managedPrefixList } from "./securityGroups/managedPrefixList";
import { securityGroup } from "./securityGroups/securityGroup";
import { securityGroupRule } from "./securityGroups/securityGroupRule";
import { egressRule, ingressRule } from "./securityGroups/singleRule";
import { transitRoute } from "./transitGateway/route";
import { transitRouteTable } from "./transitGateway/routeTable";
import { transitTableAssociation, transitTablePropagation } from "./transitGateway/tableMembers";
import { transitGateway } from "./transitGateway/transitGateway";
import { transitVpcAttachment } from "./transitGateway/vpcAttachment";
import { transitVpcAttachmentAccepter } from "./transitGateway/vpcAttachmentAccepter";
import { defaultSubnet } from "./vpc/defaultSubnet";
import { defaultVpc } from "./vpc/defaultVpc";
import { dhcpOptions, dhcpOptionsAssociation } from "./vpc/dhcpOptions";
import { ipv4CidrBlockAssociation } from "./vpc/ipv4CidrBlockAssociation";
import { subnet } from "./vpc/subnet";
import { vpc } from "./vpc/vpc";

/** Every resource type of the model. */
export const resources: ResourceModel[] = [
    vpc,
    defaultVpc,
    subnet,
    defaultSubnet,
    ipv4CidrBlockAssociation,
    dhcpOptions,
    dhcpOptionsAssociation,
    securityGroup,
    defaultSecurityGroup,
    securityGroupRule,
    ingressRule,
    egressRule,
    groupVpc,
    managedPrefixList,
    vpcEndpoint,
    vpcEndpointPolicy,
    vpcEndpointSubnetAssociation,
    vpcEndpointRouteTableAssociation,
    securityGroupAssociation,
    endpointPrivateDns,
    flowLog,
    logGroup,
    role,
    rolePolicy,
    policy,
    rolePolicyAttachment,
    policyAttachment,
    instanceProfile,
    user,
    userPolicy,
    userPolicyAttachment,
    rolePoliciesExclusive,
    rolePolicyAttachmentsExclusive,
    openIdConnectProvider,
    key,
    keyPolicy,
    alias,
    bucket,
    bucketV2,
    bucketPolicy,
    bucketPublicAccessBlock,
    bucketEncryption,
    bucketOwnershipControls,
    bucketLifecycle,
    bucketVersioning,
    bucketAcl,
    bucketLogging,
    bucketEncryptionV2,
    bucketLifecycleV2,
    bucketVersioningV2,
    bucketAclV2,
    bucketLoggingV2,
    deliveryStream,
    networkAcl,
    defaultNetworkAcl,
    networkAclRule,
    networkAclAssociation,
    internetGateway,
    internetGatewayAttachment,
    egressOnlyInternetGateway,
    routeTable,
    route,
    routeTableAssociation,
    mainRouteTableAssociation,
    defaultRouteTable,
    elasticIp,
    natGateway,
    vpcPeeringConnection,
    vpcPeeringConnectionAccepter,
    transitGateway,
    transitVpcAttachment,
    transitVpcAttachmentAccepter,
    transitRouteTable,
    transitTableAssociation,
    transitTablePropagation,
    transitRoute,
    cluster,
    nodeGroup,
    fargateProfile,
    addon,
    podIdentityAssociation,
    accessEntry,
    accessPolicyAssociation,
    zone,
    record,
    vpcAssociationAuthorization,
    zoneAssociation,
    profile,
    profileResource,
    profileVpc,
    resourceShare,
    resourceAssociation,
    principalAssociation,
    resourceShareAssociationsExclusive,
    resolverEndpoint,
    resolverRule,
    resolverRuleAssociation,
    queryLogConfig,
    queryLogConfigAssociation,
];
