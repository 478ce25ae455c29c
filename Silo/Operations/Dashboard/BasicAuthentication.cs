using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ShellCorp.Silo.Operations.Dashboard;

/// <summary>HTTP's basic authentication (RFC 7617) for the one user of the options.</summary>
internal sealed class BasicAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, DashboardAccessOptions access)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Basic";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        !AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || !string.Equals(header.Scheme, Name, StringComparison.OrdinalIgnoreCase)
            ? AuthenticateResult.NoResult()
            : IsKnown(header.Parameter) ? AuthenticateResult.Success(Ticket()) : AuthenticateResult.Fail("Unknown user or wrong password."));

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = "Basic realm=\"Orleans dashboard\", charset=\"UTF-8\"";
        return Task.CompletedTask;
    }

    /// <summary>Hashes are compared, so that the time taken tells neither the length nor how much of it was right.</summary>
    private bool IsKnown(string? parameter)
    {
        var given = new byte[parameter?.Length ?? 0];
        return access.User.Length > 0
            && Convert.TryFromBase64String(parameter ?? "", given, out var length)
            && CryptographicOperations.FixedTimeEquals(
                SHA256.HashData(given.AsSpan(0, length)), SHA256.HashData(Encoding.UTF8.GetBytes($"{access.User}:{access.Password}")));
    }

    private AuthenticationTicket Ticket() => new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, access.User)], Name)), Name);
}
