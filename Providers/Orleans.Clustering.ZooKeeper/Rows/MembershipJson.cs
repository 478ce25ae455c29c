using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orleans.Runtime.Membership;

[JsonSerializable(typeof(MembershipRow))]
[JsonSerializable(typeof(DateTime))]
internal sealed partial class MembershipJson : JsonSerializerContext
{
    // The usual encoder escapes letters beyond ASCII, which the official package doesn't.
    internal static MembershipJson Relaxed { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
