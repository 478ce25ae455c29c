using ShellCorp.Grains.Market;

namespace ShellCorp.Silo.Market;

/// <summary>Where events of the market go.</summary>
internal interface IMarketLog
{
    /// <summary>Returns once all are acknowledged. After an exception any of them may be there or not; they are sent again under their ids.</summary>
    Task AppendAsync(IReadOnlyList<OutboxRow> events, CancellationToken cancellationToken);
}
