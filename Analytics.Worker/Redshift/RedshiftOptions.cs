using System.ComponentModel.DataAnnotations;

namespace ShellCorp.Analytics.Redshift;

/// <summary>The warehouse in Redshift, loaded by Spark; section <c>ShellCorp:Warehouse</c>, with the provider <c>Redshift</c>.</summary>
public sealed class RedshiftOptions
{
    /// <summary>The database, a connection string as Npgsql reads it.</summary>
    [Required] public string Redshift { get; set; } = "";

    /// <summary>The Spark Connect server: <c>sc://host:port/;token=…;use_ssl=true</c>.</summary>
    [Required, RegularExpression("^sc://.+")] public string SparkRemote { get; set; } = "";

    /// <summary>The same database as Spark finds it: <c>jdbc:redshift://host:5439/database?user=…</c> or <c>jdbc:postgresql://…</c>.</summary>
    [Required, RegularExpression("^jdbc:.+")] public string JdbcUrl { get; set; } = "";

    /// <summary>
    /// What Spark writes the staging tables with: <c>jdbc</c>, or the name of a connector with the same options, such as
    /// <c>io.github.spark_redshift_community.spark.redshift</c>. Default <c>jdbc</c>.
    /// </summary>
    [Required] public string StagingFormat { get; set; } = "jdbc";

    /// <summary>Options for it besides <c>url</c>, <c>dbtable</c> and <c>driver</c>: <c>batchsize</c>, or the connector's <c>tempdir</c> and <c>aws_iam_role</c>. Default none.</summary>
    public Dictionary<string, string> StagingOptions { get; set; } = [];

    /// <summary>How long one statement of Spark's may take before its attempt is given up. Default 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan StatementTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>After how long the staging tables of attempts that failed are dropped; nothing may write to one for so long. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")] public TimeSpan KeepFailedAttempts { get; set; } = TimeSpan.FromDays(1);
}
