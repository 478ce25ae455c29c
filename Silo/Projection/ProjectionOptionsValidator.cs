using Microsoft.Extensions.Options;

namespace ShellCorp.Silo.Projection;

/// <summary>Refuses sizes and times that can't work.</summary>
internal sealed class ProjectionOptionsValidator : IValidateOptions<ProjectionOptions>
{
    private const string Section = ProjectionOptions.Section;
    private const int MostRecords = 100_000;
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestFirst = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ShortestWrite = TimeSpan.FromSeconds(1);
    // A member of the group that doesn't ask for records for five minutes is put out of it.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(2);

    public ValidateOptionsResult Validate(string? name, ProjectionOptions options)
    {
        string?[] failures =
        [
            options.BatchRecords is < 1 or > MostRecords ? $"{Section}:BatchRecords = '{options.BatchRecords}' is refused: from 1 to {MostRecords}." : null,
            Check(nameof(options.RetryBackoffMin), options.RetryBackoffMin, Least, LongestFirst),
            Check(nameof(options.RetryBackoffMax), options.RetryBackoffMax, options.RetryBackoffMin, Longest),
            Check(nameof(options.WriteTimeout), options.WriteTimeout, ShortestWrite, LongestWrite),
        ];
        var given = failures.OfType<string>().ToList();
        return given.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(given);
    }

    private static string? Check(string key, TimeSpan value, TimeSpan least, TimeSpan most) =>
        value < least || value > most ? $"{Section}:{key} = '{value}' is refused: from {least} to {most}." : null;
}
