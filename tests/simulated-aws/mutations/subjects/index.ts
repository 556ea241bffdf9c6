import type { Subject } from "../subject";
import { awsxNetwork } from "./awsxNetwork";
import { cdkLayout } from "./cdkLayout";
import { componentHub } from "./componentHub";
import { ownNetwork } from "./ownNetwork";
import { peering } from "./peering";
import { privateCluster } from "./privateCluster";
import { profileHub } from "./profileHub";
import { terraformLayout } from "./terraformLayout";
import { transitHub } from "./transitHub";

/** Every program with what may go wrong in it. */
export const subjects: Subject[] = [
    ownNetwork,
    awsxNetwork,
    transitHub,
    peering,
    cdkLayout,
    terraformLayout,
    profileHub,
    privateCluster,
    componentHub,
];
