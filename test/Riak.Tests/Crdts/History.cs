using CsCheck;
using Google.Protobuf;
using Riak.TestServer.Crdts;
using Riak.Wire;
using FieldType = Riak.Wire.MapField.Types.MapFieldType;

namespace Riak.Tests.Crdts;

/// <summary>Three replicas of a map that update it apart and hear of each other now and then.</summary>
internal sealed class History
{
    private const int Kinds = 9;
    private const int Hear = 7;
    private const int RemoveField = 8;

    private static readonly FieldType[] Types = [FieldType.Counter, FieldType.Set, FieldType.Register, FieldType.Flag, FieldType.Map];

    private readonly ICrdt[] _replicas = [CrdtMap.Empty, CrdtMap.Empty, CrdtMap.Empty];
    private long _time;

    public static Gen<Step[]> Steps { get; } = Gen.Select(
        Gen.Int[0, 2], Gen.Int[0, Kinds - 1], Gen.Int[0, 2], Gen.Int[-5, 5], Gen.Int[0, 2],
        (replica, kind, field, amount, other) => new Step(replica, kind, field, amount, other)).Array[0, 40];

    public IReadOnlyList<ICrdt> Replicas => _replicas;

    public static History Of(IEnumerable<Step> steps)
    {
        var history = new History();
        foreach (var step in steps)
            history.Play(step);
        return history;
    }

    /// <summary>The replicas merged in the order given.</summary>
    public ICrdt Merged(params int[] order) => order.Select(i => _replicas[i]).Aggregate((left, right) => left.Merge(right));

    private void Play(Step step)
    {
        ref var replica = ref _replicas[step.Replica];
        if (step.Kind == Hear)
        {
            replica = replica.Merge(_replicas[step.Other]);
            return;
        }

        // A client that removes has read some replica, perhaps one that knows more than the one it asks now.
        var context = ((CrdtMap)_replicas[step.Other]).Clock;
        replica = replica.Update(new DtOp { MapOp = Change(step) }, $"actor{step.Replica}", context, ++_time + step.Amount);
    }

    private static MapOp Change(Step step)
    {
        var change = new MapOp();
        if (step.Kind == RemoveField)
            change.Removes.Add(Named(Types[(step.Amount + 5) % Types.Length]));
        else
            change.Updates.Add(Update(step));
        return change;
    }

    private static MapUpdate Update(Step step) => step.Kind switch
    {
        0 or 1 => new() { Field = Named(FieldType.Counter), CounterOp = new() { Increment = step.Amount } },
        2 => new() { Field = Named(FieldType.Set), SetOp = new() { Adds = { Bytes($"m{step.Field}") } } },
        3 => new() { Field = Named(FieldType.Set), SetOp = new() { Removes = { Bytes($"m{step.Field}") } } },
        4 => new() { Field = Named(FieldType.Register), RegisterOp = Bytes($"v{step.Amount}") },
        5 => new() { Field = Named(FieldType.Flag), FlagOp = step.Amount > 0 ? MapUpdate.Types.FlagOp.Enable : MapUpdate.Types.FlagOp.Disable },
        _ => new() { Field = Named(FieldType.Map), MapOp = new() { Updates = { Update(step with { Kind = step.Other }) } } },
    };

    private static MapField Named(FieldType type) => new() { Name = Bytes("f"), Type = type };

    private static ByteString Bytes(string text) => ByteString.CopyFromUtf8(text);
}
