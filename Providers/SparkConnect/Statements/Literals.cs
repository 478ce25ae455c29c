using System.Globalization;
using Google.Protobuf;
using SparkConnect.Wire;
using Literal = SparkConnect.Wire.Expression.Types.Literal;

namespace SparkConnect.Statements;

/// <summary>Arguments as Spark's literals.</summary>
internal static class Literals
{
    public static Literal From(object? value) => value switch
    {
        null => new() { Null = new DataType { Null = new() } },
        bool boolean => new() { Boolean = boolean },
        sbyte number => new() { Byte = number },
        short number => new() { Short = number },
        int number => new() { Integer = number },
        long number => new() { Long = number },
        float number => new() { Float = number },
        double number => new() { Double = number },
        decimal number => new() { Decimal = FromDecimal(number) },
        string text => new() { String = text },
        byte[] bytes => new() { Binary = ByteString.CopyFrom(bytes) },
        DateOnly date => new() { Date = date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber },
        DateTimeOffset instant => new() { Timestamp = Microseconds(instant.UtcTicks - DateTime.UnixEpoch.Ticks) },
        DateTime { Kind: DateTimeKind.Unspecified } clock => new() { TimestampNtz = Microseconds(clock.Ticks - DateTime.UnixEpoch.Ticks) },
        TimeSpan interval => new() { DayTimeInterval = Microseconds(interval.Ticks) },
        DateTime clock => throw new ArgumentException($"A DateTime of kind {clock.Kind} is no argument: pass a DateTimeOffset for an instant, kind Unspecified for a wall clock."),
        _ => throw new ArgumentException($"{value.GetType()} is no argument that Spark knows."),
    };

    private static long Microseconds(long ticks) => (long)Math.Floor(ticks / (decimal)TimeSpan.TicksPerMicrosecond);

    private static Literal.Types.Decimal FromDecimal(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var scale = number.Scale;
        var digits = text.Count(char.IsAsciiDigit);
        return new() { Value = text, Precision = Math.Max(digits, scale), Scale = scale };
    }
}
