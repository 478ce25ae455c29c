using System.Globalization;

namespace ShellCorp.AppHost.Running;

/// <summary>How fast matches are played.</summary>
/// <param name="Factor">1 is real time, 60 an hour a minute; null as fast as the pipeline takes it.</param>
public readonly record struct Speed(double? Factor)
{
    /// <summary>The fastest that can be told apart from <c>max</c>.</summary>
    public const double Fastest = 10_000;

    /// <summary>Reads <c>max</c> or a factor.</summary>
    /// <exception cref="FormatException">Neither.</exception>
    public static Speed Parse(string text)
    {
        if (string.Equals(text, "max", StringComparison.OrdinalIgnoreCase))
            return new(null);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor is > 0 and <= Fastest
            ? new(factor)
            : throw new FormatException($"--speed '{text}': a factor above 0 and up to {Fastest.ToString(CultureInfo.InvariantCulture)} (1 is real time), or max.");
    }

    /// <inheritdoc/>
    public override string ToString() => Factor is { } factor ? $"× {factor.ToString(CultureInfo.InvariantCulture)}" : "max";
}
