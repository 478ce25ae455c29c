namespace SparkConnect.Errors;

/// <summary>The error classes that this client acts on.</summary>
internal static class ErrorClasses
{
    public const string OperationNotFound = "INVALID_HANDLE.OPERATION_NOT_FOUND";
    public const string OperationAlreadyExists = "INVALID_HANDLE.OPERATION_ALREADY_EXISTS";
    public const string OperationCanceled = "OPERATION_CANCELED";
    public const string StreamTakenOver = "INVALID_CURSOR.DISCONNECTED";
}
