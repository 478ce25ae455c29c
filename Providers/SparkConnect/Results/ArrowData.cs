using Apache.Arrow;
using Apache.Arrow.Ipc;
using Google.Protobuf;
using SparkConnect.Errors;
using SparkConnect.Wire;

namespace SparkConnect.Results;

/// <summary>Reads what a response carries: a complete Arrow IPC stream.</summary>
internal static class ArrowData
{
    public static IReadOnlyList<RecordBatch> Read(ExecutePlanResponse.Types.ArrowBatch data)
    {
        var batches = Read(data.Data);
        var rows = batches.Sum(batch => (long)batch.Length);
        return rows == data.RowCount ? batches : throw new SparkProtocolException($"An Arrow batch was announced with {data.RowCount} rows and has {rows}.");
    }

    public static IReadOnlyList<RecordBatch> Read(ByteString data)
    {
        try
        {
            using var reader = new ArrowStreamReader(data.Memory);
            List<RecordBatch> batches = [];
            while (reader.ReadNextRecordBatch() is { } batch)
                batches.Add(batch);
            return batches;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The reader throws whatever it stumbles over.
            throw new SparkProtocolException($"{data.Length} bytes of Arrow data can't be read: {e.Message}", e);
        }
    }
}
