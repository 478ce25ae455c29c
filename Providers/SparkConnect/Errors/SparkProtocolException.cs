namespace SparkConnect.Errors;

/// <summary>What came from the server can't be read as a result: Arrow data that is broken, or has another number of rows than was said.</summary>
public sealed class SparkProtocolException : SparkException
{
    internal SparkProtocolException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
