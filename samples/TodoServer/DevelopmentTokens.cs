using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace TodoServer;

/// <summary>
/// Signs in whoever says a name: <c>Authorization: Bearer dev-ann</c> is Ann. For trying things on one's own machine, and refused
/// everywhere but in the environment Development: an application takes its users from an identity provider.
/// </summary>
internal sealed class DevelopmentTokens(IOptionsMonitor<DevelopmentTokenOptions> options, ILoggerFactory logger, UrlEncoder encoder, IHostEnvironment environment)
    : AuthenticationHandler<DevelopmentTokenOptions>(options, logger, encoder)
{
    public const string SchemeName = "DevelopmentToken";

    private const string Prefix = "Bearer dev-";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.Ordinal) || header.Length == Prefix.Length)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        if (!environment.IsDevelopment())
        {
            return Task.FromResult(AuthenticateResult.Fail("Development tokens are for development."));
        }

        var user = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Uri.UnescapeDataString(header[Prefix.Length..]))], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(user), Scheme.Name)));
    }
}
