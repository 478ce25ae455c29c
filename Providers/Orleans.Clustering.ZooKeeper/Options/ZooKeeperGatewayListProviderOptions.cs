namespace Orleans.Configuration;

/// <summary>How clients find gateways in ZooKeeper. It takes the same values as the silos'.</summary>
public class ZooKeeperGatewayListProviderOptions : ZooKeeperConnectionOptions;
