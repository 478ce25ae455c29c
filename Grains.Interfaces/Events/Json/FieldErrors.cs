using System.Collections.Immutable;
using System.Globalization;

namespace ShellCorp.Events.Json;

/// <summary>
/// Gathers what is wrong with an event. The first error of a field stays, and nothing is said of the parts of a field that is itself wrong: a
/// value of the wrong type isn't also called too small.
/// </summary>
internal sealed class FieldErrors
{
    private const int MaxValueLength = 100;

    // Enough to mend an event by; without a limit a huge array of nonsense would make a huge answer.
    private const int MaxErrors = 100;
    private List<FieldError>? _errors;

    public bool Any => _errors is not null;

    public bool Has(string field) => _errors?.Exists(error => error.Field == field || IsPartOf(field, error.Field)) ?? false;

    public void Add(string field, string? value, string reason)
    {
        if (_errors?.Count >= MaxErrors || Has(field))
            return;

        (_errors ??= []).Add(new(field, Shorten(value), reason));
    }

    public void Add<T>(string field, T value, string reason)
        where T : struct, IFormattable => Add(field, value.ToString(null, CultureInfo.InvariantCulture), reason);

    public void AddRange(IEnumerable<FieldError> errors)
    {
        foreach (var error in errors)
            Add(error.Field, error.Value, error.Reason);
    }

    public ImmutableArray<FieldError> ToImmutable() => _errors is null ? [] : [.. _errors];

    private static bool IsPartOf(string field, string whole) =>
        whole.Length > 0 && field.Length > whole.Length && field.StartsWith(whole, StringComparison.Ordinal) && field[whole.Length] is '.' or '[';

    private static string? Shorten(string? value) =>
        value is null || value.Length <= MaxValueLength ? value : string.Concat(value.AsSpan(0, MaxValueLength - 1), "…");
}
