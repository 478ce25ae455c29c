using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using ShellCorp.Market;

namespace ShellCorp.Web.Api.Market;

/// <summary>Tells who calls, by the key in <c>Authorization: Bearer</c>.</summary>
internal sealed class MarketDoor(IGrainFactory grains, IOptions<MarketDoorOptions> options)
{
    private const string Scheme = "Bearer ";

    /// <summary>The user of the request's key; null where there is none of that key.</summary>
    public async Task<UserAccess?> FindUserAsync(HttpContext http) => KeyOf(http) is { Length: > 0 } key
        ? await grains.GetGrain<IMarketDirectoryGrain>(0).FindAccessAsync(Convert.ToHexStringLower(Hash(key)), http.RequestAborted)
        : null;

    /// <summary>Whether the request's key is the operators'.</summary>
    public bool IsOperator(HttpContext http) => options.Value.OperatorKey is { Length: > 0 } own
        && KeyOf(http) is { } key && CryptographicOperations.FixedTimeEquals(Hash(key), Hash(own));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static string? KeyOf(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { } value && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : null;
}
