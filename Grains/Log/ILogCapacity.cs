namespace ShellCorp.Grains.Log;

/// <summary>Whether the log can take more without losing what its consumers have not read yet, or letting them fall behind too far.</summary>
public interface ILogCapacity
{
    /// <summary>Null while there is room; otherwise how long to hold new events back.</summary>
    TimeSpan? HoldBack { get; }
}
