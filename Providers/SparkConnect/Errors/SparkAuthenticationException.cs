namespace SparkConnect.Errors;

/// <summary>The server, or what stands before it, refused the token or the user. Nothing was done.</summary>
public sealed class SparkAuthenticationException : SparkException
{
    internal SparkAuthenticationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
