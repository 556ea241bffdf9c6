import type { Policies } from "@pulumi/policy";

import { ipAddressTypeConsistent } from "./addressing/ipAddressTypeConsistent";
import { subnetsMatchIpType } from "./addressing/subnetsMatchIpType";
import { endpointInOneVpc } from "./availability/endpointInOneVpc";
import { endpointMultiZone } from "./availability/endpointMultiZone";
import { endpointTypeInterface } from "./availability/endpointTypeInterface";
import { serviceAvailable } from "./availability/serviceAvailable";
import { clusterEndpointsPresent } from "./cluster/clusterEndpointsPresent";
import { clusterPrivateAccess } from "./cluster/clusterPrivateAccess";
import { fipsEndpointsOnly } from "./cluster/fipsEndpointsOnly";
import { hostedZonesComplete } from "./dns/hostedZonesComplete";
import { privateDnsEnabled } from "./dns/privateDnsEnabled";
import { privateDnsUnique } from "./dns/privateDnsUnique";
import { shadowedHostsResolvable } from "./dns/shadowedHostsResolvable";
import { vpcDnsAttributes } from "./dns/vpcDnsAttributes";
import { endpointPolicyLeastPrivilege } from "./endpoint-policy/endpointPolicyLeastPrivilege";
import { endpointPolicyPerimeter } from "./endpoint-policy/endpointPolicyPerimeter";
import { endpointPolicyRequired } from "./endpoint-policy/endpointPolicyRequired";
import { endpointPolicyValid } from "./endpoint-policy/endpointPolicyValid";
import { flowLogsAllTraffic } from "./flow-logs/flowLogsAllTraffic";
import { flowLogsDeliverable } from "./flow-logs/flowLogsDeliverable";
import { flowLogsDeliveryScoped } from "./flow-logs/flowLogsDeliveryScoped";
import { flowLogsEncrypted } from "./flow-logs/flowLogsEncrypted";
import { flowLogsKeyUsable } from "./flow-logs/flowLogsKeyUsable";
import { flowLogsRetention } from "./flow-logs/flowLogsRetention";
import { vpcFlowLogsRequired } from "./flow-logs/vpcFlowLogsRequired";
import { vpcFlowLogsUnverified } from "./flow-logs/vpcFlowLogsUnverified";
import { exemptionsInUse } from "./pack/exemptionsInUse";
import { policyConfiguration } from "./pack/policyConfiguration";
import { resourcesUnread } from "./pack/resourcesUnread";
import { endpointEgressEmpty } from "./security-group/endpointEgressEmpty";
import { endpointIngressCoversVpc } from "./security-group/endpointIngressCoversVpc";
import { endpointIngressHttpsOnly } from "./security-group/endpointIngressHttpsOnly";
import { endpointIngressMatchesIpType } from "./security-group/endpointIngressMatchesIpType";
import { endpointIngressNoWorld } from "./security-group/endpointIngressNoWorld";
import { endpointRulesDescribed } from "./security-group/endpointRulesDescribed";
import { endpointRulesInOnePlace } from "./security-group/endpointRulesInOnePlace";
import { endpointRulesWithinQuota } from "./security-group/endpointRulesWithinQuota";
import { endpointSecurityGroupRequired } from "./security-group/endpointSecurityGroupRequired";
import { shareInsideOrganization } from "./sharing/shareInsideOrganization";
import { zoneAssociationAuthorized } from "./sharing/zoneAssociationAuthorized";
import { zoneAssociationPossible } from "./sharing/zoneAssociationPossible";

/** The policies of this pack. Those of the area `pack` come last, because they report on the others. */
export const policies: Policies = [
    endpointPolicyRequired,
    endpointPolicyPerimeter,
    endpointPolicyValid,
    endpointPolicyLeastPrivilege,
    endpointSecurityGroupRequired,
    endpointIngressHttpsOnly,
    endpointIngressNoWorld,
    endpointIngressMatchesIpType,
    endpointIngressCoversVpc,
    endpointRulesWithinQuota,
    endpointRulesDescribed,
    endpointEgressEmpty,
    endpointRulesInOnePlace,
    vpcFlowLogsRequired,
    vpcFlowLogsUnverified,
    flowLogsAllTraffic,
    flowLogsRetention,
    flowLogsEncrypted,
    flowLogsDeliverable,
    flowLogsKeyUsable,
    flowLogsDeliveryScoped,
    privateDnsEnabled,
    vpcDnsAttributes,
    privateDnsUnique,
    shadowedHostsResolvable,
    hostedZonesComplete,
    ipAddressTypeConsistent,
    subnetsMatchIpType,
    endpointMultiZone,
    endpointTypeInterface,
    endpointInOneVpc,
    serviceAvailable,
    shareInsideOrganization,
    zoneAssociationPossible,
    zoneAssociationAuthorized,
    clusterPrivateAccess,
    clusterEndpointsPresent,
    fipsEndpointsOnly,
    resourcesUnread,
    policyConfiguration,
    exemptionsInUse,
];
