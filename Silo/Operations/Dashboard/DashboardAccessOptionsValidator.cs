using Microsoft.Extensions.Options;

namespace ShellCorp.Silo.Operations.Dashboard;

/// <summary>Checks that a name has a password that can't be guessed, and names the keys of what it refuses.</summary>
internal sealed class DashboardAccessOptionsValidator : IValidateOptions<DashboardAccessOptions>
{
    private const string Section = DashboardAccessOptions.Section;
    private const int Shortest = 12;

    public ValidateOptionsResult Validate(string? name, DashboardAccessOptions options)
    {
        var failures = new List<string>();
        if (options.User.Contains(':', StringComparison.Ordinal))
            failures.Add($"{Section}:User = '{options.User}' is refused: a name in HTTP's basic authentication has no colon.");
        if (options.User.Length > 0 && options.Password.Length < Shortest)
            failures.Add($"{Section}:Password is refused: it has {options.Password.Length} characters, and it must have {Shortest} at least.");
        if (options.User.Length == 0 && options.Password.Length > 0)
            failures.Add($"{Section}:User = '' is refused: {Section}:Password is set, and a password is somebody's.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
