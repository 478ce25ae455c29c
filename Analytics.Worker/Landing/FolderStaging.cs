using ShellCorp.Analytics.Warehouse;

namespace ShellCorp.Analytics.Landing;

/// <summary>Landed files in a folder: written under another name, synced, and renamed.</summary>
internal sealed class FolderStaging(string root) : IStaging
{
    private readonly string _root = Path.GetFullPath(root);

    /// <inheritdoc/>
    public async Task<string> WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_root, Path.Combine(name.Split('/')));
        var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await WriteDurablyAsync(temporary, content, cancellationToken);
            File.Move(temporary, path, overwrite: true);
            FolderSync.Flush(folder.FullName);
            return path;
        }
        catch (IOException exception) when (StorageFullException.IsCause(exception))
        {
            throw new StorageFullException($"'{path}' can't be written", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task WriteDurablyAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        await file.WriteAsync(content, cancellationToken);
#pragma warning disable CA1849 // The asynchronous one doesn't sync.
        file.Flush(flushToDisk: true);
#pragma warning restore CA1849
    }
}
