using System.Text.Json;
using ShellCorp.Market;

namespace ShellCorp.Events.Json;

/// <content>Reading.</content>
public static partial class CloudEventCodec
{
    /// <summary>Reads a record.</summary>
    /// <param name="topic">The topic it stands in.</param>
    /// <param name="key">Its key; empty where it has none.</param>
    /// <param name="value">Its value; empty where it has none.</param>
    /// <param name="headers">Its headers, all of them.</param>
    /// <param name="recordTime">The record's own timestamp, taken where the producer told no <c>ce_time</c>.</param>
    /// <returns>
    /// A <see cref="PlayerUpdate"/>, a <see cref="MatchUpdate"/>, a <see cref="LiveRatingUpdate"/> or a <see cref="MarketEvent"/>, valid by <see cref="EventValidator"/>.
    /// </returns>
    /// <exception cref="EventRefusedException">It can never be applied; tells every reason that could be found.</exception>
    public static object Decode(
        string topic, ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> value, IEnumerable<EventHeader> headers, DateTimeOffset? recordTime = null)
    {
        var errors = new FieldErrors();
        using var document = Parse(value, errors);
        var attributes = CloudEventAttributes.Of(headers);
        var data = document?.RootElement;
        if (attributes.IsStructured && data is { } whole)
            (attributes, data) = Unwrap(whole, attributes, errors);

        var type = CheckAttributes(attributes, topic, errors);
        var envelope = EnvelopeOf(attributes, recordTime, errors);
        var decoded = data is { } json ? type?.Read(json, envelope, attributes.Prefix, errors) : null;
        CheckKey(key.Span, type, decoded, errors);
        return errors.Any ? throw new EventRefusedException(envelope.Id, errors.ToImmutable()) : decoded!;
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> value, FieldErrors errors)
    {
        try
        {
            return JsonDocument.Parse(value);
        }
        catch (JsonException e)
        {
            errors.Add("", System.Text.Encoding.UTF8.GetString(value.Span), FormattableString.Invariant(
                $"the value is no JSON, line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {e.Message}"));
            return null;
        }
    }

    private static (CloudEventAttributes Attributes, JsonElement? Data) Unwrap(
        JsonElement whole, CloudEventAttributes attributes, FieldErrors errors)
    {
        if (whole.ValueKind != JsonValueKind.Object)
        {
            errors.Add("", FieldReader.Raw(whole), $"must be one JSON object, for {CloudEventAttributes.StructuredMediaType}");
            return (attributes, null);
        }

        var fields = new FieldReader(whole, "", errors);
        return (CloudEventAttributes.Of(fields), fields.Object("data", required: true));
    }
}
