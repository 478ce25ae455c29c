namespace Riak.Wire;

/// <summary>The byte that tells which message a frame carries.</summary>
internal enum MessageCode : byte
{
    ErrorResponse = 0,
    PingRequest = 1,
    PingResponse = 2,
    ServerInfoRequest = 7,
    ServerInfoResponse = 8,
    GetRequest = 9,
    GetResponse = 10,
    PutRequest = 11,
    PutResponse = 12,
    DeleteRequest = 13,
    DeleteResponse = 14,
    GetBucketRequest = 19,
    GetBucketResponse = 20,
    SetBucketRequest = 21,
    SetBucketResponse = 22,
    ResetBucketRequest = 29,
    ResetBucketResponse = 30,
    GetBucketTypeRequest = 31,
    SetBucketTypeRequest = 32,
    FetchRequest = 80,
    FetchResponse = 81,
    UpdateRequest = 82,
    UpdateResponse = 83,
    AuthRequest = 253,
    AuthResponse = 254,
    StartTls = 255,
}
