namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of shortlists, with its player.</summary>
internal sealed record ShortlistRow : PlayerRow
{
    public string Note { get; init; } = "";
}
