using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ZooKeeper.Tests.Servers;

/// <summary>Signals that .NET has no method for.</summary>
internal static partial class Signal
{
    private const int Continue = 18;
    private const int Stop = 19;

    internal static void Pause(int process) => Send(process, Stop);

    internal static void Resume(int process) => Send(process, Continue);

    private static void Send(int process, int signal)
    {
        if (Kill(process, signal) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
