using System.Text.Json.Nodes;

namespace SyncGen.Testing.Browsers;

/// <summary>A page that a browser has loaded.</summary>
public sealed class ChromiumPage
{
    private readonly ChromiumBrowser _browser;
    private readonly string _session;

    internal ChromiumPage(ChromiumBrowser browser, string session) => (_browser, _session) = (browser, session);

    /// <summary>The value of an expression of JavaScript, which the page's own policy does not keep from looking at it.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message says why.</exception>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var answer = await _browser.CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true }, _session);
        return answer["exceptionDetails"] is { } error ? throw new InvalidOperationException(error.ToJsonString()) : answer["result"]!["value"];
    }

    /// <summary>A picture of the whole page, as PNG.</summary>
    public async Task<byte[]> PictureAsync()
    {
        var size = (await _browser.CallAsync("Page.getLayoutMetrics", [], _session))["cssContentSize"]!;
        var answer = await _browser.CallAsync("Page.captureScreenshot", new JsonObject
        {
            ["captureBeyondViewport"] = true,
            ["clip"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["width"] = (double)size["width"]!, ["height"] = (double)size["height"]!, ["scale"] = 1 },
        }, _session);
        return Convert.FromBase64String((string)answer["data"]!);
    }
}
