namespace ShellCorp;

/// <summary>An id that is written as text.</summary>
/// <typeparam name="TSelf">The id.</typeparam>
public interface ITextId<TSelf>
    where TSelf : struct, ITextId<TSelf>
{
    /// <summary>Reads what <c>ToString</c> writes.</summary>
    static abstract bool TryParse(string text, out TSelf id);
}
