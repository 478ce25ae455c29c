using System.Numerics;
using System.Security.Cryptography;
using Google.Protobuf;
using Riak.Wire;

namespace Riak.TestServer.Crdts;

/// <summary>An estimate of how many different members were added: exact for a few, within 1 % or so for many.</summary>
internal sealed class HyperLogLog : ICrdt
{
    private const int Precision = 14;
    private const int Size = 1 << Precision;

    private readonly byte[] _ranks;

    private HyperLogLog(byte[] ranks) => _ranks = ranks;

    public static HyperLogLog Empty { get; } = new(new byte[Size]);

    public VersionVector Context => VersionVector.Empty;

    public ulong Value
    {
        get
        {
            var estimate = 0.7213 / (1 + (1.079 / Size)) * Size * Size / _ranks.Sum(rank => Math.Pow(2, -rank));
            var empty = _ranks.Count(rank => rank == 0);
            // Few members: counting the empty places is exacter.
            if (estimate <= 2.5 * Size && empty > 0)
                estimate = Size * Math.Log((double)Size / empty);
            return (ulong)Math.Round(estimate);
        }
    }

    public ICrdt Merge(ICrdt other) => new HyperLogLog([.. _ranks.Zip(((HyperLogLog)other)._ranks, Math.Max)]);

    public ICrdt Update(DtOp change, string actor, VersionVector? context, long microseconds)
    {
        var ranks = (byte[])_ranks.Clone();
        foreach (var member in change.HllOp.Adds)
            Add(ranks, member);
        return new HyperLogLog(ranks);
    }

    public string Describe() => $"{Value}";

    private static void Add(byte[] ranks, ByteString member)
    {
        var hash = BitConverter.ToUInt64(SHA256.HashData(member.Span), 0);
        var rank = (byte)(BitOperations.LeadingZeroCount((hash << Precision) | (1ul << (Precision - 1))) + 1);
        ref var place = ref ranks[(int)(hash >> (64 - Precision))];
        place = Math.Max(place, rank);
    }
}
