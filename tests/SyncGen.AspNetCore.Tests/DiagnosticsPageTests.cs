using SyncGen.AspNetCore.Tests.Service;
using SyncGen.Testing;
using SyncGen.Testing.Browsers;

namespace SyncGen.AspNetCore.Tests;

/// <summary>The page for operators, as a browser shows it.</summary>
public sealed class DiagnosticsPageTests
{
    // The least ratio of contrast between every text and what lies behind it, by the formula of WCAG 2.
    private const string Contrast = """
        (() => {
          const parse = text => text.match(/[\d.]+/g).map(Number);
          const light = color => color.slice(0, 3).map(part => { const c = part / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; })
            .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
          const back = element => { for (let e = element; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
          let least = 21;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode());) {
            if (!node.textContent.trim()) continue;
            const [a, b] = [light(parse(getComputedStyle(node.parentElement).color)), light(back(node.parentElement))];
            least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
          }
          return least;
        })()
        """;

    [RequiresFact(Requirement.Chromium)]
    public async Task Page_fits_a_phone_and_a_desktop_in_light_and_dark_and_runs_no_script()
    {
        await using var application = await OperatedShop.StartAsync(options => options.ShowDiagnosticsTo(_ => true), withChores: true);
        application.Stores.Ruin("chores.db");
        await using var browser = ChromiumBrowser.Start();
        foreach (var (width, height, isDark) in new[] { (390, 844, false), (390, 844, true), (320, 640, false), (1280, 900, false), (1280, 900, true) })
        {
            var page = await browser.OpenAsync(new Uri(application.Address, "$diag"), width, height, isDark);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(entry => entry.open = true)");
            var name = $"diag-{width}-{(isDark ? "dark" : "light")}";
            if (Environment.GetEnvironmentVariable("SYNCGEN_PICTURES") is { Length: > 0 } folder)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), await page.PictureAsync());
            }

            Assert.Equal("SyncGen diagnostics", (string?)await page.EvaluateAsync("document.title"));
            Assert.Equal(0, (int)(await page.EvaluateAsync("document.scripts.length + document.images.length"))!);
            Assert.True((int)(await page.EvaluateAsync("document.documentElement.scrollWidth"))! <= width, $"{name} is wider than the screen");
            Assert.Equal(OperatedShop.Script, (string?)await page.EvaluateAsync("[...document.querySelectorAll('.value')].map(cell => cell.textContent.trim()).find(text => text.startsWith('<script'))"));
            Assert.InRange((double)(await page.EvaluateAsync(Contrast))!, 4.5, 21);
            Assert.Equal(0, (int)(await page.EvaluateAsync("[...document.querySelectorAll('table')].filter(table => !table.caption || !table.tHead).length"))!);
            Assert.Equal("H1,H2,H3", (string?)await page.EvaluateAsync("[...new Set([...document.querySelectorAll('h1,h2,h3')].map(head => head.tagName))].join()"));
            Assert.Equal("1 in quarantine,Cannot be opened", (string?)await page.EvaluateAsync("[...document.querySelectorAll('nav .mark')].map(mark => mark.textContent).join()"));
            Assert.NotEqual("rgba(0, 0, 0, 0)", (string?)await page.EvaluateAsync("getComputedStyle(document.querySelector('section')).backgroundColor"));
        }
    }
}
