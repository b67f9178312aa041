using System.Net;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SyncGen.AspNetCore.Tests.Model;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Testing;
using SyncGen.Testing.Browsers;

namespace SyncGen.AspNetCore.Tests;

/// <summary>Pages of other origins synchronise where the application's CORS policy lets them.</summary>
public sealed class CorsTests
{
    private const string Origin = "https://shop.example";
    private const string Empty = "{\"d\":{\"__sync\":{\"serverBlob\":null},\"results\":[]}}";

    [Theory]
    [InlineData("UploadChanges", "POST")]
    [InlineData("DownloadChanges", "GET")]
    public async Task Preflight_passes_without_a_sign_in_and_the_request_with_one(string operation, string verb)
    {
        await using var application = await StartAsync(Origin);
        using var http = new HttpClient();

        using var preflight = await http.SendAsync(Preflight(application, operation, verb, Origin));
        using var request = Request(application, operation, verb, "ann");
        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(Origin, Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("x-user", string.Join(',', preflight.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Origin, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("SyncServiceVersion,Retry-After", string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers")));
        Assert.Equal("1.0", Assert.Single(answer.Headers.GetValues("SyncServiceVersion")));
    }

    [Fact]
    public async Task Errors_too_can_be_read_by_the_page()
    {
        await using var application = await StartAsync(Origin);
        using var http = new HttpClient();
        using var request = Request(application, "UploadChanges", "POST", "ann");
        request.Content = new StringContent("{", Encoding.UTF8, "application/json");

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(Origin, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Other_origins_and_who_is_not_signed_in_are_kept_out()
    {
        await using var application = await StartAsync(Origin);
        using var http = new HttpClient();

        using var preflight = await http.SendAsync(Preflight(application, "UploadChanges", "POST", "https://elsewhere.example"));
        using var anonymous = await http.SendAsync(Request(application, "UploadChanges", "POST", null));
        using var diagnostics = await http.GetAsync(new Uri(application.Address, "$diag"));

        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, diagnostics.StatusCode);
    }

    [RequiresFact(Requirement.Chromium)]
    public async Task Page_in_a_browser_synchronises_with_a_service_of_another_origin()
    {
        await using var application = await StartAsync(null);
        var page = new UriBuilder(application.Root) { Host = "localhost", Path = "page" }.Uri;
        await using var browser = ChromiumBrowser.Start();
        var tab = await browser.OpenAsync(page, 800, 600);

        var answer = await tab.EvaluateAsync($$"""
            fetch('{{application.Address}}Shop/UploadChanges', {
              method: 'POST', body: '{{Empty}}',
              headers: { 'Content-Type': 'application/json', 'Accept': 'application/json', 'SyncServiceVersion': '1.0', 'X-User': 'ann' },
            }).then(async response => `${location.host} ${response.status} ${response.headers.get('SyncServiceVersion')} ${'serverBlob' in (await response.json()).d.__sync}`)
            """);

        Assert.Equal($"localhost:{page.Port} 200 1.0 true", (string?)answer);
    }

    // The page's port is known once the application listens: null lets in the pages of any.
    private static Task<HostedApplication> StartAsync(string? origin) => HostedApplication.StartAsync(
        application =>
        {
            application.UseRouting();
            application.UseCors();
            application.UseAuthentication();
            application.UseAuthorization();
            application.MapGet("/page", () => Results.Content("<p>A page", "text/html"));
            application.MapShopScope("/sync", options => options.ShowDiagnosticsTo(_ => true)).RequireCors("pages").RequireAuthorization();
        },
        services =>
        {
            services.AddAuthentication(HeaderSignIn.SchemeName).AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.SchemeName, null);
            services.AddAuthorization();
            services.AddCors(options => options.AddPolicy("pages", policy => policy
                .SetIsOriginAllowed(asked => origin is null ? new Uri(asked).Host == "localhost" : asked == origin)
                .WithMethods("GET", "POST")
                .WithHeaders("Content-Type", "X-User", "SyncServiceVersion", "MaxSyncServiceVersion", "SyncServerBlob")
                .WithExposedHeaders("SyncServiceVersion", "Retry-After")));
        });

    private static HttpRequestMessage Preflight(HostedApplication application, string operation, string verb, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, $"{application.Address}Shop/{operation}");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", verb);
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-user");
        return request;
    }

    private static HttpRequestMessage Request(HostedApplication application, string operation, string verb, string? user)
    {
        var request = new HttpRequestMessage(new HttpMethod(verb), $"{application.Address}Shop/{operation}");
        request.Headers.Add("Origin", Origin);
        request.Headers.Add("Accept", "application/json");
        request.Content = verb == "POST" ? new StringContent(Empty, Encoding.UTF8, "application/json") : null;
        if (user is not null)
        {
            request.Headers.Add("X-User", user);
        }

        return request;
    }
}
