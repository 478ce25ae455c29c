namespace ShellCorp.Web.Hosting;

/// <summary>Headers that tell browsers what the site's pages may do: nothing from outside, no frames of others.</summary>
internal static class SecurityHeaders
{
    // Components set styles inline; scripts come from files only.
    private const string Policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next();
    });
}
