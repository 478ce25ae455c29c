namespace ShellCorp.Grains.Market;

/// <summary>Seasons of football; each has the number of the year in which it begins, on the first of July.</summary>
internal static class Seasons
{
    private const int FirstMonth = 7;

    public static int Of(DateTimeOffset time)
    {
        var day = time.UtcDateTime;
        return day.Month >= FirstMonth ? day.Year : day.Year - 1;
    }
}
