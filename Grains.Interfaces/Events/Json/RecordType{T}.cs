using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <summary>A known type of events.</summary>
internal sealed record RecordType<T>(
    string Name, string Topic, string KeyField, Func<JsonElement, EventEnvelope?, ReadResult<T>> Reader, Func<T, long> Key)
    : RecordType(Name, Topic, KeyField)
    where T : class
{
    public override object? Read(JsonElement data, EventEnvelope envelope, string prefix, FieldErrors errors)
    {
        var result = Reader(data, envelope);
        errors.AddRange(result.Errors.Select(error => error.Field == "id" ? error with { Field = $"{prefix}id" } : error));
        return result.Value;
    }

    public override long KeyOf(object decoded) => Key((T)decoded);
}
