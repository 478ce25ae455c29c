namespace SparkConnect.TestServer.Statements;

/// <summary>A column of a result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as Spark's DDL writes it.</param>
internal sealed record QueryColumn(string Name, string Type);
