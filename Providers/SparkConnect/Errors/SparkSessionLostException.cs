namespace SparkConnect.Errors;

/// <summary>
/// The server doesn't hold the session any more: its temporary views and settings are gone, and it takes no more calls. Open another one. Spark
/// 3.5 makes a lost session anew instead, without a word, and the loss shows as <c>TABLE_OR_VIEW_NOT_FOUND</c>.
/// </summary>
public sealed class SparkSessionLostException : SparkServerException
{
    internal SparkSessionLostException(ServerError error, Exception inner)
        : base(error, inner)
    {
    }
}
