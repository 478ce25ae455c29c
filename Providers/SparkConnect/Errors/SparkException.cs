namespace SparkConnect.Errors;

/// <summary>What every exception of this client derives from, except for wrong arguments and cancellation.</summary>
public abstract class SparkException : Exception
{
    private protected SparkException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
