using System.Buffers;
using System.Globalization;
using System.Text;

namespace ShellCorp.Silo.Storage;

/// <summary>
/// Names of states for Orleans's relational provider. Left to itself it knows a state by its name and key alone, so that two types of grains
/// share the row of a state they both call <c>index</c>; it takes a key that looks like a number or a Guid for one, so that the keys <c>0f</c>
/// and <c>F</c> share a row; it cuts a name at a back-tick; and a brace in a key breaks its messages, after the write is done.
/// </summary>
internal static class StoredName
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("%{}`/\0");
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What stands for the grain's type and the state's name.</summary>
    public static string Type(GrainId grain, string stateName) => $"{Escape(grain.Type.ToString()!)}/{Escape(stateName)}";

    /// <summary>A grain whose key is a text that can't be read as anything else.</summary>
    /// <exception cref="ArgumentException">The key isn't UTF-8.</exception>
    public static GrainId Id(GrainId grain) => GrainId.Create(grain.Type, $"={Key(grain)}");

    /// <summary>The grain's key as it is stored, which the partition of its states is made of.</summary>
    /// <exception cref="ArgumentException">The key isn't UTF-8.</exception>
    public static string Key(GrainId grain) => Escape(Text(grain.Key));

    private static string Text(IdSpan key)
    {
        try
        {
            return StrictUtf8.GetString(key.AsSpan());
        }
        catch (DecoderFallbackException notText)
        {
            throw new ArgumentException($"The grain key {Convert.ToHexString(key.AsSpan())} (hexadecimal) is not UTF-8, so its state can't be kept.", nameof(key), notText);
        }
    }

    private static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Escaped))
            return text;

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (Escaped.Contains(character))
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)character:X2}");
            else
                escaped.Append(character);
        }

        return escaped.ToString();
    }
}
