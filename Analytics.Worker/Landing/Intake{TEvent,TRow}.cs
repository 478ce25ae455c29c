using ShellCorp.Events;

namespace ShellCorp.Analytics.Landing;

/// <summary>Gathers events of one type.</summary>
/// <param name="schema">The files' columns.</param>
/// <param name="rowsOf">What an event becomes.</param>
internal sealed class Intake<TEvent, TRow>(
    LandedSchema<TRow> schema, Func<LandedRow<TEvent>, IEnumerable<TRow>> rowsOf) : IIntake
{
    private readonly List<TRow> _rows = [];

    /// <inheritdoc/>
    public int Rows => _rows.Count;

    /// <inheritdoc/>
    public DateTime? LastEventAt { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<LandedRow<LiveRatingUpdate>> Ratings => _rows as List<LandedRow<LiveRatingUpdate>> ?? [];

    /// <inheritdoc/>
    public void Add(int partition, long offset, DateTime at, object item)
    {
        _rows.AddRange(rowsOf(new(partition, offset, at, (TEvent)item)));
        LastEventAt = LastEventAt > at ? LastEventAt : at;
    }

    /// <inheritdoc/>
    public void Write(Stream stream) => schema.Write(stream, _rows);

    /// <inheritdoc/>
    public void Clear()
    {
        _rows.Clear();
        LastEventAt = null;
    }
}
