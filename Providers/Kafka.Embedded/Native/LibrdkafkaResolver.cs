using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Confluent.Kafka;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Kafka.Embedded.Native;

/// <summary>
/// Resolves our imports to the very library that Confluent.Kafka has loaded. It picks one of several builds (glibc, the one
/// without SASL for slim images, musl), and a second copy in the process would not know the first one's handles.
/// </summary>
internal static class LibrdkafkaResolver
{
    internal const string LibraryName = "librdkafka";

    private static readonly Lazy<nint> Loaded = new(LoadSameAsConfluent);

#pragma warning disable CA2255 // The resolver has to be there before the first import is bound, whichever that is.
    [ModuleInitializer]
    internal static void Install()
#pragma warning restore CA2255
        => NativeLibrary.SetDllImportResolver(typeof(LibrdkafkaResolver).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
        => name == LibraryName ? Loaded.Value : 0;

    private static nint LoadSameAsConfluent()
    {
        Library.Load();
        using var process = Process.GetCurrentProcess();
        var path = process.Modules.Cast<ProcessModule>().Select(module => module.FileName).FirstOrDefault(IsLibrdkafka);

        // macOS does not list its modules; there is one build only, found as Confluent.Kafka finds it.
        return path is null ? NativeLibrary.Load(LibraryName, typeof(Library).Assembly, searchPath: null) : NativeLibrary.Load(path);
    }

    private static bool IsLibrdkafka(string path)
    {
        var file = Path.GetFileName(path);
        return file.Contains(LibraryName, StringComparison.OrdinalIgnoreCase)
            && !file.Contains("librdkafkacpp", StringComparison.OrdinalIgnoreCase);
    }
}
