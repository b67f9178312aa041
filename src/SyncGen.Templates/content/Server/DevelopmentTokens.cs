using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Acme_Todo.Server;

/// <summary>
/// Believes whoever says a name: <c>Authorization: Bearer dev-ann</c> is Ann. For trying things out on your own machine, and refused
/// outside of the environment Development. In its place put the scheme that your users sign in with.
/// </summary>
internal sealed class DevelopmentTokens(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IHostEnvironment environment)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "DevelopmentTokens";

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

        var name = Uri.UnescapeDataString(header[Prefix.Length..]);
        var user = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, name)], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(user), Scheme.Name)));
    }
}
