namespace ZooKeeper.Tests.Servers;

internal sealed class ServerExitedException(string log) : Exception($"The ZooKeeper server has exited. Its log:{Environment.NewLine}{log}");
