using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ShellCorp.Events;
using ShellCorp.Market;

namespace ShellCorp.Grains.Market;

/// <summary>Gathers what is wrong with a request, before any of it is done.</summary>
internal sealed class MarketCheck
{
    public const long MaxCredits = 1_000_000_000;
    public const long MaxMoney = 1_000_000_000_000;
    public const int MaxPage = 200;
    private const int ShownLength = 100;

    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();

    public MarketCheck Id(string field, long value) => value > 0 ? this : Refuse(field, value, "must be positive");

    public MarketCheck Id(string field, Guid value) => value != Guid.Empty ? this : Refuse(field, value, "must not be empty");

    public MarketCheck Range(string field, long value, long least, long most) =>
        value >= least && value <= most ? this : Refuse(field, value, string.Create(CultureInfo.InvariantCulture, $"must be between {least} and {most}"));

    public MarketCheck Known<T>(string field, T value)
        where T : struct, Enum => Enum.IsDefined(value) ? this : Refuse(field, value, "is unknown");

    public MarketCheck Page(int count) => Range("count", count, 1, MaxPage);

    public MarketCheck Name(string field, string? value) => Text(field, value, 1, 100, breaks: false);

    public MarketCheck Text(string field, string? value, int least, int most, bool breaks = true)
    {
        if (value is null)
            return Refuse(field, null, "is missing");
        if (!IsWellFormed(value))
            return Refuse(field, value, "holds half of a surrogate pair, which is no character");
        if (value.FirstOrDefault(character => char.IsControl(character) && !(breaks && character is '\n' or '\t')) is not '\0' and var control)
            return Refuse(field, value, string.Create(CultureInfo.InvariantCulture, $"holds the control character U+{(int)control:X4}"));
        if (value.Contains('\0', StringComparison.Ordinal))
            return Refuse(field, value, "holds the control character U+0000");
        var length = value.EnumerateRunes().Count();
        if (length > most)
            return Refuse(field, value, string.Create(CultureInfo.InvariantCulture, $"has {length} characters; at most {most} are allowed"));
        return value.Trim().Length >= least ? this : Refuse(field, value, "must not be blank");
    }

    public MarketCheck Refuse(string field, object? value, string reason)
    {
        _errors.Add(new(field, Shown(value), reason));
        return this;
    }

    /// <exception cref="MarketRefusedException">Something is wrong.</exception>
    public void Done()
    {
        if (_errors.Count > 0)
            throw new MarketRefusedException(_errors.ToImmutable());
    }

    private static string? Shown(object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is not { } text ? null : text.Length <= ShownLength ? text : text[..ShownLength];

    private static bool IsWellFormed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune))
                return false;
            index += rune.Utf16SequenceLength - 1;
        }

        return true;
    }
}
