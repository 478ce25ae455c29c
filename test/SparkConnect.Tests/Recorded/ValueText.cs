using System.Data.SqlTypes;
using System.Globalization;
using SparkConnect.Results;

namespace SparkConnect.Tests.Recorded;

/// <summary>Values as the recorder wrote them.</summary>
internal static class ValueText
{
    public static string?[] Of(SparkRow row) => [.. row.Values.Select(Of)];

    public static string? Of(object? value) => value switch
    {
        null => null,
        byte[] bytes => Convert.ToHexString(bytes).ToLowerInvariant(),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateTime clock => new DateTimeOffset(clock, TimeSpan.Zero).ToString("O", CultureInfo.InvariantCulture),
        TimeSpan => "DurationArray",
        Apache.Arrow.Scalars.YearMonthInterval => "YearMonthIntervalArray",
        SqlDecimal number => number.ToString(),
        object?[] items => $"[{string.Join(',', items.Select(item => Of(item) ?? "null"))}]",
        SparkRow row => $"{{{string.Join(',', row.Values.Select(Of))}}}",
        KeyValuePair<object, object?>[] entries => $"[{string.Join(',', entries.Select(entry => $"{{{Of(entry.Key)},{Of(entry.Value)}}}"))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
