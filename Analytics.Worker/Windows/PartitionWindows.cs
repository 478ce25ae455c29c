namespace ShellCorp.Analytics.Windows;

/// <summary>One partition's windows that are in memory, and how far its event time has come.</summary>
internal sealed class PartitionWindows
{
    private readonly Dictionary<DateTime, RatingWindow> _open = [];

    /// <summary>By start.</summary>
    public IReadOnlyDictionary<DateTime, RatingWindow> Open => _open;

    /// <summary>The latest event time seen; everything is open before the first.</summary>
    public DateTime Watermark { get; private set; } = DateTime.MinValue + TimeSpan.FromDays(365);

    /// <summary>A window; made where there is none.</summary>
    public RatingWindow Of(DateTime start) => _open.TryGetValue(start, out var window) ? window : _open[start] = new();

    /// <summary>Event time never goes back.</summary>
    public void Advance(DateTime to) => Watermark = to > Watermark ? to : Watermark;

    /// <summary>Drops those that are over.</summary>
    public void Drop(Func<DateTime, bool> isOver)
    {
        foreach (var start in _open.Keys.Where(isOver).ToArray())
            _open.Remove(start);
    }
}
