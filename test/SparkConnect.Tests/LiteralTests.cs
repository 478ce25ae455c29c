using SparkConnect.Statements;
using Literal = SparkConnect.Wire.Expression.Types.Literal;

namespace SparkConnect.Tests;

/// <summary>Arguments of the kinds that no recorded statement has.</summary>
public sealed class LiteralTests
{
    [Fact]
    public void Values_BecomeLiteralsOfTheirTypes()
    {
        Assert.NotNull(Literals.From(null).Null);
        Assert.True(Literals.From(true).Boolean);
        Assert.Equal(Literal.LiteralTypeOneofCase.Byte, Literals.From((sbyte)1).LiteralTypeCase);
        Assert.Equal(Literal.LiteralTypeOneofCase.Short, Literals.From((short)1).LiteralTypeCase);
        Assert.Equal(Literal.LiteralTypeOneofCase.Float, Literals.From(1f).LiteralTypeCase);
        Assert.Equal(Literal.LiteralTypeOneofCase.Double, Literals.From(1d).LiteralTypeCase);
        Assert.Equal([1, 2], Literals.From(new byte[] { 1, 2 }).Binary.ToByteArray());
        Assert.Equal(-1_500_000, Literals.From(DateTimeOffset.UnixEpoch.AddSeconds(-1.5)).Timestamp);
        Assert.Equal(86_400_000_000, Literals.From(new DateTime(1970, 1, 2)).TimestampNtz);
        Assert.Equal(1_000_000, Literals.From(TimeSpan.FromSeconds(1)).DayTimeInterval);
    }

    [Theory]
    [InlineData("123.45", 5, 2)]
    [InlineData("-0.05", 3, 2)]
    [InlineData("7", 1, 0)]
    public void Decimal_KeepsItsDigits(string text, int precision, int scale)
    {
        var literal = Literals.From(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).Decimal;
        Assert.Equal((text, precision, scale), (literal.Value, literal.Precision, literal.Scale));
    }

    [Fact]
    public void ValueThatSparkDoesNotKnow_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Literals.From(new object()));
        Assert.Throws<ArgumentException>(() => Literals.From(DateTime.UnixEpoch));
    }
}
