using System.Collections.Concurrent;

namespace SparkConnect.TestServer.Protocol;

/// <summary>The operations that a server holds.</summary>
internal sealed class OperationTable
{
    private readonly ConcurrentDictionary<Guid, Operation> _held = new();
    private readonly ConcurrentDictionary<Guid, bool> _abandoned = new();

    public IReadOnlyList<Guid> Ids => [.. _held.Keys];

    public Operation Add(Guid id, Operation operation) =>
        _held.TryAdd(id, operation) ? operation : throw SparkError.Handle($"{id}", "OPERATION_ALREADY_EXISTS", "Operation already exists.");

    public Operation? Find(Guid id) => _held.GetValueOrDefault(id);

    public Operation Get(string id) => _held.GetValueOrDefault(Parse(id)) ?? throw (_abandoned.ContainsKey(Parse(id))
        ? SparkError.Handle(id, "OPERATION_ABANDONED", "Operation was considered abandoned because of inactivity and removed.")
        : SparkError.Handle(id, "OPERATION_NOT_FOUND", "Operation not found."));

    public void Remove(Guid id)
    {
        if (_held.TryRemove(id, out var operation))
            operation.Interrupt();
    }

    public void Forget()
    {
        InterruptAll();
        _held.Clear();
    }

    public void Abandon()
    {
        foreach (var id in Ids)
        {
            _abandoned[id] = true;
            Remove(id);
        }
    }

    public IReadOnlyList<Guid> InterruptAll() => [.. _held.Where(held => held.Value.Interrupt()).Select(held => held.Key)];

    public static Guid Parse(string id) => Guid.TryParseExact(id, "D", out var parsed)
        ? parsed
        : throw SparkError.Handle(id, "FORMAT", "Handle must be an UUID string of the format '00112233-4455-6677-8899-aabbccddeeff'");
}
