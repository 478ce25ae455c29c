using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SparkConnect.Wire;
using RpcStatus = SparkConnect.Wire.Status;

namespace SparkConnect.TestServer.Protocol;

/// <summary>Errors as Spark 3.5 tells them: status INTERNAL, with the exception's class in the details.</summary>
internal static class SparkError
{
    private const int Longest = 2048;
    private const string Sql = "org.apache.spark.SparkSQLException";
    private const string Analysis = "org.apache.spark.sql.AnalysisException";

    public static RpcException Handle(string id, string kind, string what) => Of(Sql, $"[INVALID_HANDLE.{kind}] The handle {id} is invalid. {what}");

    public static RpcException Cursor(string kind, string what) => Of(Sql, $"[INVALID_CURSOR.{kind}] The cursor is invalid. {what}");

    public static RpcException Cancelled() => Of(Sql, "[OPERATION_CANCELED] Operation has been canceled.");

    public static RpcException Analyzed(string message) => Of(Analysis, message);

    public static RpcException StageFailed(string exception, string message) => Of(
        "org.apache.spark.SparkException",
        $"Job aborted due to stage failure: Task 1 in stage 1.0 failed 1 times, most recent failure: Lost task 1.0 in stage 1.0 (TID 1) (localhost executor driver): {exception}: {message}");

    public static RpcException Of(string exception, string message)
    {
        var info = new ErrorInfo { Reason = exception, Domain = "org.apache.spark" };
        info.Metadata.Add("classes", JsonSerializer.Serialize(new[] { exception, "java.lang.Exception", "java.lang.Throwable", "java.lang.Object" }));
        var text = message.Length <= Longest ? message : $"{message[..(Longest - 3)]}...";
        var details = new RpcStatus { Code = (int)StatusCode.Internal, Message = text, Details = { Any.Pack(info) } };
        return new(new(StatusCode.Internal, text), new Metadata { { "grpc-status-details-bin", details.ToByteArray() } });
    }
}
