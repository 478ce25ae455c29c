using Patroni.Tests.Clusters;

[assembly: AssemblyFixture(typeof(SharedClusters))]
