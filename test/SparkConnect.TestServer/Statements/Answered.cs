using Google.Protobuf;
using SparkConnect.Wire;

namespace SparkConnect.TestServer.Statements;

/// <summary>Rows as they are sent.</summary>
internal sealed record Answered(DataType Schema, ByteString Data, long RowCount);
