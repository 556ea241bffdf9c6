import * as grpc from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** A failure with which the engine keeps what is there, and repairs it in the next update. */
export function initFailed(
    text: string,
    id: string,
    properties: Struct,
    inputs: Struct,
): Partial<grpc.ServiceError> {
    const detail = new ErrorResourceInitFailed()
        .setId(id)
        .setProperties(properties)
        .setInputs(inputs)
        .setReasonsList([text]);
    const packed = new Any();
    packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new Status();
    status.setCode(grpc.status.UNKNOWN);
    status.setMessage(text);
    status.addDetails(packed);
    const metadata = new grpc.Metadata();
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
    return { code: grpc.status.UNKNOWN, details: text, metadata };
}
