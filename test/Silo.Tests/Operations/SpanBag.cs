using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;

namespace ShellCorp.Silo.Tests.Operations;

/// <summary>Keeps spans. OpenTelemetry's own exporter into memory can't be read while it is written.</summary>
internal sealed class SpanBag(ConcurrentBag<Activity> spans) : BaseExporter<Activity>
{
    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var span in batch)
            spans.Add(span);
        return ExportResult.Success;
    }
}
