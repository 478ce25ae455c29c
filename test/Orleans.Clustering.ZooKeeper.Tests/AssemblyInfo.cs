using ZooKeeper.Tests.Servers;

[assembly: AssemblyFixture(typeof(SharedServer))]
