using Orleans.Serialization;

namespace Orleans.Streaming.Kafka;

/// <summary>Tells a consumer's exceptions that refuse a record from those that are worth a retry.</summary>
internal sealed class RefusalRules(ICollection<Type> types)
{
    private readonly Type[] _types = [typeof(RecordRefusedException), .. types];

    internal bool IsRefusal(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => IsRefusal(only),
        // An exception from another silo whose type Orleans could not make here still bears its name.
        UnavailableExceptionFallbackException unknown => Array.Exists(_types, type => IsNameOf(unknown.ExceptionType, type)),
        _ => Array.Exists(_types, type => type.IsInstanceOfType(exception)),
    };

    private static bool IsNameOf(string? name, Type type)
        => name is not null && (name == type.FullName || name.StartsWith(type.FullName + ",", StringComparison.Ordinal));
}
