namespace Riak.TestServer.Objects;

/// <summary>An object's name.</summary>
internal readonly record struct ObjectKey(string Type, string Bucket, string Key);
