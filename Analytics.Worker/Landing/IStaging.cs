using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Landing;

/// <summary>Where landed files are kept.</summary>
internal interface IStaging
{
    /// <summary>Keeps a file; it is durable and whole, or not there. A file of the same name is replaced.</summary>
    /// <param name="name">Its name below the staging, with <c>/</c> between folders.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Gives up; nothing is left.</param>
    /// <returns>Where the warehouse finds it.</returns>
    /// <exception cref="StorageFullException">There is no room.</exception>
    Task<string> WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
