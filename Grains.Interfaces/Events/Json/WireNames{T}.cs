using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace ShellCorp.Events.Json;

/// <summary>The names by which JSON calls the members of an enumeration.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class WireNames<T>
    where T : struct, Enum
{
    private const int MostListed = 24;
    private readonly FrozenDictionary<T, JsonEncodedText> _names;
    private readonly FrozenDictionary<string, T> _values;

    internal WireNames(IEnumerable<(T Value, string Name)> members)
    {
        All = [.. members];
        _names = All.ToFrozenDictionary(member => member.Value, member => JsonEncodedText.Encode(member.Name));
        _values = All.ToFrozenDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        var listed = string.Join(", ", All.Take(MostListed).Select(member => member.Name));
        Listed = All.Length <= MostListed ? listed : $"{listed}, … ({All.Length} in all)";
    }

    /// <summary>Every member with its name, ascending by value.</summary>
    public ImmutableArray<(T Value, string Name)> All { get; }

    /// <summary>The names in one line, shortened where there are many.</summary>
    public string Listed { get; }

    /// <summary>The name of a member; digits for a value that stands for none.</summary>
    public string Of(T value) => _names.TryGetValue(value, out var name) ? name.Value : value.ToString("D");

    /// <summary>The member of a name, upper and lower case told apart.</summary>
    public bool TryParse(string name, out T value) => _values.TryGetValue(name, out value);

    internal JsonEncodedText Encoded(T value) => _names[value];
}
