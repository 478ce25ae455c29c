using System.Net;
using System.Net.Sockets;

namespace ShellCorp.AppHost.Running;

/// <summary>Ports of the loopback interface that nobody listens on.</summary>
internal static class FreePorts
{
    /// <summary>So many different ones. All are held until the last is known, so that none comes twice.</summary>
    public static int[] Take(int count)
    {
        var listeners = new TcpListener[count];
        try
        {
            for (var i = 0; i < count; i++)
            {
                listeners[i] = new(IPAddress.Loopback, 0);
                listeners[i].Start();
            }

            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners)
                listener?.Dispose();
        }
    }

    /// <summary>The wanted port, or one that is free where somebody listens on it.</summary>
    public static int OrFree(int wanted)
    {
        if (wanted != 0 && IsFree(wanted))
            return wanted;
        return Take(1)[0];
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
