namespace Riak.DataTypes;

/// <summary>What a data type update answered.</summary>
/// <typeparam name="T">What a fetch of that type gives.</typeparam>
/// <param name="Key">The given key, or the one that the server assigned.</param>
/// <param name="Value">The value after the update, if <see cref="RiakUpdateOptions.ReturnBody"/> asked for it; null otherwise.</param>
public sealed record RiakUpdated<T>(string Key, T Value);
