namespace ShellCorp.Silo.Tests.Storage;

[Alias("silo-tests.noted-grain")]
internal interface INotedGrain : IGrainWithStringKey
{
    [Alias("read")]
    Task<string> ReadAsync();

    [Alias("write")]
    Task WriteAsync(string text);

    /// <summary>Which activation answers.</summary>
    [Alias("activation")]
    Task<Guid> ActivationAsync();
}
