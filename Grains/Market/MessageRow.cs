using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of messages.</summary>
internal sealed record MessageRow
{
    public long Number { get; init; }

    public int Side { get; init; }

    public string Text { get; init; } = "";

    public long At { get; init; }

    public MarketMessage ToMessage() => new() { Number = Number, From = (MarketSide)Side, Text = Text, At = MarketTime.Read(At) };
}
