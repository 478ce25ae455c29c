using System.Net;
using System.Net.Sockets;

namespace ZooKeeper.Tests.Servers;

internal static class FreePorts
{
    /// <summary>Loopback ports that were free a moment ago; who takes them must be ready to be too late.</summary>
    internal static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
