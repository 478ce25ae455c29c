namespace SparkConnect.Errors;

/// <summary>The server couldn't be reached, or a call without effect wasn't answered in time. Nothing was done: the call may be repeated.</summary>
public sealed class SparkUnavailableException : SparkException
{
    internal SparkUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
