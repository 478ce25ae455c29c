using Microsoft.Extensions.Options;

namespace ShellCorp.Silo.Scaling;

/// <summary>Checks numbers, days and the zone, and names the keys of what it refuses.</summary>
internal sealed class ScalingOptionsValidator : IValidateOptions<ScalingOptions>
{
    private const string Section = ScalingOptions.Section;

    public ValidateOptionsResult Validate(string? name, ScalingOptions options)
    {
        List<string> failures = [.. Numbers(options), .. options.Windows.SelectMany((window, index) => Window(window, index, options))];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Numbers(ScalingOptions options)
    {
        if (options.Minimum < 1)
            yield return $"{Section}:Minimum = '{options.Minimum}' is refused: a cluster has one silo at least.";
        if (options.Maximum < options.Minimum)
            yield return $"{Section}:Maximum = '{options.Maximum}' is refused: {Section}:Minimum is {options.Minimum}.";
        if (options.RecordsPerSilo < 1)
            yield return $"{Section}:RecordsPerSilo = '{options.RecordsPerSilo}' is refused: it must be 1 at least.";
        if (options.KeepAbove < 0)
            yield return $"{Section}:KeepAbove = '{options.KeepAbove}' is refused: it must be 0 at least.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
            yield return $"{Section}:TimeZone = '{options.TimeZone}' is refused: this machine knows no zone of that name.";
    }

    private static IEnumerable<string> Window(ScalingWindow window, int index, ScalingOptions options)
    {
        var key = $"{Section}:Windows:{index}";
        if (string.IsNullOrWhiteSpace(window.Name))
            yield return $"{key}:Name is empty: reasons tell which window it is.";
        if (ScalingWindow.Day(window.From) is null)
            yield return $"{key}:From = '{window.From}' is refused: it must be a month and a day, such as 01-31.";
        if (ScalingWindow.Day(window.To) is null)
            yield return $"{key}:To = '{window.To}' is refused: it must be a month and a day, such as 01-31.";
        if (window.Silos < 1 || window.Silos > options.Maximum)
            yield return $"{key}:Silos = '{window.Silos}' is refused: it must be from 1 to {Section}:Maximum, which is {options.Maximum}.";
    }
}
