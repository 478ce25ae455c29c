namespace SparkConnect.Errors;

/// <summary>
/// Spark ended what was asked for with an error. A command's rows may be there in part, or several times: Spark's tasks commit one by one and
/// are tried again. Only an error of parsing or analysis says that nothing was done.
/// </summary>
public class SparkServerException : SparkException
{
    internal SparkServerException(ServerError error, Exception inner)
        : base(error.Message, inner)
    {
        Error = error;
    }

    /// <summary>Spark's error class with its subclass, for example <c>TABLE_OR_VIEW_NOT_FOUND</c>; null where the error has none.</summary>
    public string? ErrorClass => Error.ErrorClass;

    /// <summary>The SQLSTATE; null where the server doesn't tell (Spark 3.5 doesn't).</summary>
    public string? SqlState => Error.SqlState;

    /// <summary>What the message was made from, by name; empty where the server doesn't tell (Spark 3.5 doesn't).</summary>
    public IReadOnlyDictionary<string, string> MessageParameters => Error.MessageParameters;

    /// <summary>The server's exception, a Java class name; empty where it doesn't tell.</summary>
    public string ExceptionClass => Error.ExceptionClass;

    /// <summary>The server's exception and all that it derives from.</summary>
    public IReadOnlyList<string> ExceptionClasses => Error.ExceptionClasses;

    /// <summary>The server's stack trace; null unless the session has <c>spark.sql.pyspark.jvmStacktrace.enabled</c>.</summary>
    public string? ServerStackTrace => Error.StackTrace;

    internal ServerError Error { get; }
}
