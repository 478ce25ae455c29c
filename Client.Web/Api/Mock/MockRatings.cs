using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ShellCorp.Events;
using ShellCorp.Events.Json;
using ShellCorp.Feeds.Mock;

namespace ShellCorp.Web.Api.Mock;

/// <summary>Random, valid player updates as <c>POST /api/player-updates</c> takes them: the same ones for the same seed.</summary>
internal static class MockRatings
{
    private const int DefaultCount = 20;
    private const int DefaultSeed = 1;

    public static IResult Make(string? count, string? seed)
    {
        if (!TryRead(count, DefaultCount, out var number) || number is < 1 or > ApiLimits.MaxItems)
            return Problems.BadParameter("count", count, string.Create(CultureInfo.InvariantCulture, $"must be an integer from 1 to {ApiLimits.MaxItems}"));
        if (!TryRead(seed, DefaultSeed, out var start))
            return Problems.BadParameter("seed", seed, string.Create(CultureInfo.InvariantCulture, $"must be an integer from {int.MinValue} to {int.MaxValue}"));
        return Results.Stream(body => WriteAsync(body, MockUpdates.Generate(number, start)), "application/json");
    }

    private static bool TryRead(string? text, int otherwise, out int value)
    {
        value = otherwise;
        return text is null || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    private static async Task WriteAsync(Stream body, ImmutableArray<PlayerUpdate> updates)
    {
        await using var writer = new Utf8JsonWriter(body);
        writer.WriteStartArray();
        foreach (var update in updates)
            EventWriter.WriteItem(writer, update);
        writer.WriteEndArray();
    }
}
