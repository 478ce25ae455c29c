using System.Text;

namespace ShellCorp.Events.Json;

/// <summary>A header of a Kafka record.</summary>
/// <param name="Name">One of <see cref="EventHeaders"/>, or any other.</param>
/// <param name="Value">UTF-8.</param>
public readonly record struct EventHeader(string Name, byte[] Value)
{
    /// <summary>A header of text.</summary>
    public static EventHeader Of(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
