namespace Orleans.Configuration;

/// <summary>How silos keep their membership in ZooKeeper.</summary>
public class ZooKeeperClusteringSiloOptions : ZooKeeperConnectionOptions;
