using Apache.Arrow;

namespace SparkConnect.Results;

/// <summary>What a statement brought.</summary>
public sealed class SparkResult
{
    internal SparkResult(IReadOnlyList<RecordBatch> batches, IReadOnlyList<SparkField>? schema, bool isQuery)
    {
        Batches = batches;
        Fields = schema ?? (batches.Count == 0 ? [] : TypeNames.Fields(batches[0].Schema));
        IsQuery = isQuery;
        Rows = [.. batches.SelectMany(ArrowRows.Of)];
    }

    /// <summary>The columns; none for a command without rows.</summary>
    public IReadOnlyList<SparkField> Fields { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<SparkRow> Rows { get; }

    /// <summary>The same as Arrow batches.</summary>
    public IReadOnlyList<RecordBatch> Batches { get; }

    /// <summary>Whether what was sent as a command is a query, which the server has read and not run: send it as a query.</summary>
    public bool IsQuery { get; }
}
