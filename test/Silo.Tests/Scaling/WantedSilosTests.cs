using CsCheck;
using ShellCorp.Silo.Scaling;

namespace ShellCorp.Silo.Tests.Scaling;

public sealed class WantedSilosTests
{
    private static readonly string[] Zones = ["UTC", "Europe/London", "America/New_York", "Asia/Tokyo"];

    private const long MostRecords = 10_000_000_000;

    private static readonly Gen<(ScalingOptions Options, DateTimeOffset Time, int Now, long Records)> Situations =
        from minimum in Gen.Int[1, 10]
        from more in Gen.Int[0, 20]
        from inWindow in Gen.Int[1, minimum + more]
        from perSilo in Gen.Long[1, 100_000]
        from keepAbove in Gen.Long[0, 200_000]
        from zone in Gen.Int[0, 3].Select(index => Zones[index])
        from days in Gen.Select(Gen.Int[1, 365], Gen.Int[1, 365])
        from minute in Gen.Int[0, 3 * 366 * 24 * 60]
        from now in Gen.Int[1, 40]
        from records in Gen.OneOf(Gen.Long[0, 1_000_000], Gen.Long[0, MostRecords])
        select (Options(minimum, minimum + more, inWindow, perSilo, keepAbove, zone, days), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute), now, records);

    [Fact]
    public void Never_fewer_than_the_minimum_nor_more_than_the_maximum() => Situations.Sample(it =>
    {
        var answer = WantedSilos.Decide(it.Options, it.Time, it.Now, new(it.Records));
        return answer.Silos >= it.Options.Minimum && answer.Silos <= it.Options.Maximum;
    });

    [Fact]
    public void Never_fewer_while_more_waits() => Gen.Select(Situations, Gen.Long[0, MostRecords]).Sample((it, more) =>
        WantedSilos.Decide(it.Options, it.Time, it.Now, new(it.Records)).Silos <= WantedSilos.Decide(it.Options, it.Time, it.Now, new(it.Records + more)).Silos);

    [Fact]
    public void Inside_a_window_at_least_as_many_as_it_says() => Situations.Sample(it =>
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(it.Options.TimeZone);
        var here = TimeZoneInfo.ConvertTime(it.Time, zone).ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var window = it.Options.Windows[0];
        var isBefore = string.CompareOrdinal(window.From, here) <= 0;
        var isAfter = string.CompareOrdinal(here, window.To) <= 0;
        var isInside = string.CompareOrdinal(window.From, window.To) <= 0 ? isBefore && isAfter : isBefore || isAfter;
        var answer = WantedSilos.Decide(it.Options, it.Time, it.Now, new(it.Records));
        return isInside == answer.Reasons.Any(reason => reason.Rule == "calendar") && (!isInside || answer.Silos >= window.Silos);
    });

    [Fact]
    public void The_number_is_the_highest_reason_or_the_maximum_and_every_reason_says_why() => Situations.Sample(it =>
    {
        var answer = WantedSilos.Decide(it.Options, it.Time, it.Now, new(it.Records));
        var highest = answer.Reasons.Where(reason => reason.Rule != "maximum").Max(reason => reason.Silos);
        var isCut = answer.Reasons.Any(reason => reason.Rule == "maximum");
        return answer.Silos == Math.Min(highest, it.Options.Maximum) && isCut == highest > it.Options.Maximum && answer.Reasons.All(reason => reason.Why.Length > 0);
    });

    [Fact]
    public void No_silo_is_let_go_while_more_waits_than_that_or_nobody_knows() => Situations.Sample(it =>
    {
        var staying = Math.Min(it.Now, it.Options.Maximum);
        var known = WantedSilos.Decide(it.Options, it.Time, it.Now, new(it.Records));
        var unknown = WantedSilos.Decide(it.Options, it.Time, it.Now, new(null, "the brokers are away"));
        return (it.Records <= it.Options.KeepAbove || known.Silos >= staying) && unknown.Silos >= staying
            && unknown.Reasons.Any(reason => reason.Rule == "keep" && reason.Why.Contains("the brokers are away", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("2026-12-31T23:59:59Z", "UTC", 2)]
    [InlineData("2027-01-01T00:00:00Z", "UTC", 6)]
    [InlineData("2027-02-03T23:59:59Z", "UTC", 6)]
    [InlineData("2027-02-04T00:00:00Z", "UTC", 2)]
    [InlineData("2027-06-13T23:30:00Z", "UTC", 2)]
    [InlineData("2027-06-13T23:30:00Z", "Europe/London", 6)]
    [InlineData("2027-09-02T22:59:59Z", "Europe/London", 6)]
    [InlineData("2027-09-02T23:00:00Z", "Europe/London", 2)]
    [InlineData("2028-02-29T12:00:00Z", "UTC", 2)]
    public void The_transfer_windows_begin_and_end_at_midnight_of_the_zone(string time, string zone, int silos)
    {
        var answer = WantedSilos.Decide(new() { TimeZone = zone }, DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), now: 2, new(0));

        Assert.Equal(silos, answer.Silos);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(100_000, 4)]
    [InlineData(200_001, 5)]
    [InlineData(5_000_000, 12)]
    public void A_silo_is_wanted_for_so_many_waiting_records(long records, int silos) =>
        Assert.Equal(silos, WantedSilos.Decide(new(), new(2027, 4, 1, 0, 0, 0, TimeSpan.Zero), now: records is 100_000 ? 4 : 1, new(records)).Silos);

    private static ScalingOptions Options(int minimum, int maximum, int inWindow, long perSilo, long keepAbove, string zone, (int First, int Last) days) => new()
    {
        Minimum = minimum,
        Maximum = maximum,
        RecordsPerSilo = perSilo,
        KeepAbove = keepAbove,
        TimeZone = zone,
        Windows = { new() { Name = "generated", From = Day(days.First), To = Day(days.Last), Silos = inWindow } },
    };

    private static string Day(int number) => new DateOnly(2027, 1, 1).AddDays(number - 1).ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
