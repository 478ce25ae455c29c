namespace ShellCorp.Silo.Hosting;

/// <summary>A setting that a silo can't work with. The message names key, value and reason.</summary>
public sealed class SettingRefusedException : Exception
{
    /// <summary>A setting with the value that it has, null where it has none.</summary>
    public SettingRefusedException(string key, string? value, string reason)
        : base(string.IsNullOrEmpty(value) ? $"{key} is not set: {reason}." : $"{key} = '{value}' is refused: {reason}.")
    {
    }
}
