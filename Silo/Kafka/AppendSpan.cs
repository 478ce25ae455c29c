using System.Diagnostics;
using System.Text;
using Confluent.Kafka;
using ShellCorp.Silo.Operations;

namespace ShellCorp.Silo.Kafka;

/// <summary>The span of an append, which what comes of the records belongs to: they carry it in W3C's headers.</summary>
internal static class AppendSpan
{
    private static readonly ActivitySource Source = new(SiloOperations.SourceName);

    /// <summary>Starts it; null where nobody listens.</summary>
    public static Activity? Start(int records) =>
        Source.StartActivity("append", ActivityKind.Producer)?.SetTag("messaging.system", "kafka").SetTag("messaging.batch.message_count", records);

    /// <summary>Adds the current span's context to a record's headers, where there is one.</summary>
    public static void Inject(Headers headers) => DistributedContextPropagator.Current.Inject(Activity.Current, headers, static (carrier, name, value) =>
    {
        if (name is "traceparent" or "tracestate")
            ((Headers)carrier!).Add(name, Encoding.UTF8.GetBytes(value));
    });
}
