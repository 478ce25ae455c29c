using System.IO.Compression;
using System.Text.Json;

namespace ShellCorp.Feeds.Wyscout;

/// <summary>The files of a folder, plain or gzipped.</summary>
/// <param name="path">The folder.</param>
internal sealed class WyscoutFolder(string path)
{
    private static readonly FileStreamOptions Sequential = new()
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    };

    /// <summary>The folder's own name.</summary>
    public string Name { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>Opens a file, or the same name with <c>.gz</c>.</summary>
    public Stream Open(string file)
    {
        var plain = Path.Combine(path, file);
        if (File.Exists(plain))
            return new FileStream(plain, Sequential);

        var zipped = plain + ".gz";
        return File.Exists(zipped)
            ? new GZipStream(new FileStream(zipped, Sequential), CompressionMode.Decompress)
            : throw new FeedFormatException(file, path, "there is neither this file nor one of this name with .gz");
    }

    /// <summary>Reads a JSON array of objects.</summary>
    public async Task<JsonDocument> ReadArrayAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = Open(file);
            var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? document
                : throw new FeedFormatException(file, "root", $"expected an array, found {document.RootElement.ValueKind}");
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw new FeedFormatException(file, "JSON", e.Message);
        }
    }
}
