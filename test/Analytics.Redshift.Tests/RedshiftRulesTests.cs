namespace ShellCorp.Analytics.Redshift.Tests;

public sealed class RedshiftRulesTests
{
    private const string Clauses = "WHEN MATCHED THEN UPDATE SET a = s.a WHEN NOT MATCHED THEN INSERT (k, a) VALUES (s.k, s.a)";

    [Theory]
    [InlineData("INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING")]
    [InlineData("SELECT * FROM unnest($1)")]
    [InlineData("SELECT * FROM t, LATERAL (SELECT 1) x")]
    [InlineData("CREATE UNIQUE INDEX i ON t (a)")]
    [InlineData("INSERT INTO t VALUES (1) RETURNING a")]
    [InlineData("LOCK TABLE t IN EXCLUSIVE MODE")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData($"MERGE INTO t USING (SELECT 1 AS k) AS s ON t.k = s.k {Clauses}")]
    [InlineData($"MERGE INTO t USING s ON t.k > s.k {Clauses}")]
    [InlineData("MERGE INTO t USING s ON t.k = s.k WHEN MATCHED THEN UPDATE SET a = s.a")]
    [InlineData("MERGE INTO t USING s ON t.k = s.k WHEN MATCHED AND t.v < s.v THEN UPDATE SET a = s.a WHEN NOT MATCHED THEN INSERT (k, a) VALUES (s.k, s.a)")]
    public void What_Redshift_does_not_take_is_refused(string sql) => Assert.NotNull(RedshiftRules.Refusal(sql));

    [Theory]
    [InlineData($"MERGE INTO t USING s ON t.k = s.k AND t.l = s.l {Clauses}")]
    [InlineData("DELETE FROM s USING t WHERE s.k = t.k")]
    [InlineData("LOCK TABLE load_lock")]
    public void What_Redshift_takes_passes(string sql) => Assert.Null(RedshiftRules.Refusal(sql));
}
