namespace ShellCorp.Grains.Market;

/// <summary>An event on its way to the log.</summary>
internal sealed record OutboxRow
{
    public long Key { get; init; }

    public long Sequence { get; init; }

    public string Id { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Body { get; init; } = "";

    public long At { get; init; }
}
