namespace Kafka.Embedded;

/// <summary>librdkafka takes durations as 32-bit milliseconds and multiplies some of them by 1000 in 32 bits.</summary>
internal static class Milliseconds
{
    internal static readonly TimeSpan Maximum = TimeSpan.FromMinutes(30);

    internal static int From(TimeSpan duration, string name)
        => duration >= TimeSpan.Zero && duration <= Maximum
            ? (int)Math.Ceiling(duration.TotalMilliseconds)
            : throw new ArgumentOutOfRangeException(name, duration, $"{name} must be from zero to {Maximum}.");
}
