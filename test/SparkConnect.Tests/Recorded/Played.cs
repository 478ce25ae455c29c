namespace SparkConnect.Tests.Recorded;

/// <summary>A call that the client is expected to make, and how it is answered.</summary>
/// <param name="Exchange">The recorded one.</param>
internal sealed record Played(Exchange Exchange)
{
    /// <summary>The connection breaks after so many responses; null: it doesn't.</summary>
    public int? BreaksAfter { get; init; }

    /// <summary>Nothing more comes after so many responses, until the client leaves; null: the recorded end comes.</summary>
    public int? HangsAfter { get; init; }

    /// <summary>What was recorded by this name.</summary>
    public static implicit operator Played(string name) => new(Recording.Exchanges[name]);
}
