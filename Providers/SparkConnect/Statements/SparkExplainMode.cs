namespace SparkConnect.Statements;

/// <summary>What an explanation of a query shows.</summary>
public enum SparkExplainMode
{
    /// <summary>The physical plan.</summary>
    Simple = 1,

    /// <summary>The logical plans too.</summary>
    Extended = 2,

    /// <summary>The generated code too.</summary>
    Codegen = 3,

    /// <summary>The logical plan with its statistics.</summary>
    Cost = 4,

    /// <summary>The physical plan, with its nodes' details apart.</summary>
    Formatted = 5,
}
