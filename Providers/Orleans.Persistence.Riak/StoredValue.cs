namespace Orleans.Persistence.Riak;

/// <summary>What a read found, siblings merged.</summary>
/// <param name="State">The state.</param>
/// <param name="Exists">Whether there is one.</param>
/// <param name="ETag">The clock, in base64; null where nothing was ever there.</param>
/// <param name="Writes">The marks of the writes that the siblings come from.</param>
/// <typeparam name="T">The state.</typeparam>
internal sealed record StoredValue<T>(T? State, bool Exists, string? ETag, IReadOnlyCollection<string> Writes);
