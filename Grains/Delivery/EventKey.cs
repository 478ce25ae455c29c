using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ShellCorp.Grains.Delivery;

/// <summary>
/// An event's identity in 128 bits, the first half of its SHA-256: what a grain keeps of each event that it applied. A cryptographic hash,
/// since ids come from outside and two that collide would pass for one event.
/// </summary>
/// <param name="High">The first eight bytes.</param>
/// <param name="Low">The next eight.</param>
[GenerateSerializer, Immutable, Alias("shellcorp.event-key.v1")]
public readonly record struct EventKey([property: Id(0)] ulong High, [property: Id(1)] ulong Low)
{
    /// <summary>The key of an event's id.</summary>
    public static EventKey Of(string eventId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(eventId), hash);
        return new(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]));
    }

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";
}
