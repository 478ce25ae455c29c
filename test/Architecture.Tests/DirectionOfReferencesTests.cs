namespace ShellCorp.Architecture.Tests;

public sealed class DirectionOfReferencesTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Grains.Interfaces"] = [],
        ["Grains"] = ["Grains.Interfaces"],
        ["Feeds"] = ["Grains.Interfaces"],
        ["Operations"] = [],
        ["Client.Web"] = ["Grains.Interfaces", "Feeds", "Operations", "Orleans.Clustering.ZooKeeper"],
        ["Silo"] = ["Grains", "Kafka.Embedded", "Operations", "Oltp", "Orleans.Clustering.ZooKeeper", "Orleans.Persistence.Riak", "Orleans.Streaming.Kafka", "Patroni", "Riak"],
        ["AppHost"] = ["Analytics.Worker", "Client.Web", "Feeds", "Silo"],
        ["Analytics.Worker"] = ["Grains.Interfaces", "SparkConnect"],
        ["LocalBrokers"] = ["Silo"],
        ["Kafka.Embedded"] = [],
        ["Orleans.Streaming.Kafka"] = [],
        ["Orleans.Streaming.Kafka.Tool"] = ["Orleans.Streaming.Kafka"],
        ["Oltp"] = [],
        ["Patroni"] = ["Oltp", "ZooKeeper"],
        ["Riak"] = [],
        ["Orleans.Persistence.Riak"] = ["Riak"],
        ["SparkConnect"] = [],
        ["ZooKeeper"] = [],
        ["Orleans.Clustering.ZooKeeper"] = ["ZooKeeper"],
    };

    [Fact]
    public void Every_project_refers_only_to_those_that_the_design_allows()
    {
        var graph = ProjectGraph.Read();
        var wrong = from project in graph.References
                    where !IsTestOrBench(graph, project.Key)
                    from reference in project.Value
                    where !Allowed.TryGetValue(project.Key, out var allowed) || !allowed.Contains(reference)
                    select $"{project.Key} -> {reference}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_project_outside_test_and_bench_has_a_rule() =>
        Assert.Empty(ProjectGraph.Read() is var graph ? graph.References.Keys.Where(name => !IsTestOrBench(graph, name)).Except(Allowed.Keys) : []);

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var graph = ProjectGraph.Read();
        var solution = File.ReadAllText(Path.Combine(graph.Root, "ShellCorp.sln"));
        Assert.All(graph.References.Keys, name => Assert.Contains($"\"{name}\"", solution, StringComparison.Ordinal));
    }

    private static bool IsTestOrBench(ProjectGraph graph, string name) =>
        Directory.Exists(Path.Combine(graph.Root, "test", name)) || Directory.Exists(Path.Combine(graph.Root, "bench", name));
}
