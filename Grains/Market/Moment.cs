namespace ShellCorp.Grains.Market;

/// <summary>The time of a request.</summary>
/// <param name="Time">The time, to the microsecond.</param>
/// <param name="At">The same as the tables keep it.</param>
internal readonly record struct Moment(DateTimeOffset Time, long At)
{
    /// <summary>The day, in UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Time.UtcDateTime);

    public static Moment Of(DateTimeOffset time) => new(MarketTime.Read(MarketTime.Of(time)), MarketTime.Of(time));

    /// <summary>A new id; ids grow with time.</summary>
    public Guid NewId() => Guid.CreateVersion7(Time);
}
