using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>A row of the table of offers' steps.</summary>
internal sealed record OfferStepRow
{
    public int Number { get; init; }

    public int Side { get; init; }

    public int State { get; init; }

    public long Fee { get; init; }

    public string Note { get; init; } = "";

    public long At { get; init; }

    public OfferStep ToStep() => new()
    {
        Number = Number, By = (MarketSide)Side, State = (OfferState)State, Fee = Fee, Note = Note, At = MarketTime.Read(At),
    };
}
