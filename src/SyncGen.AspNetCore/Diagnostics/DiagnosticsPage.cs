using System.Globalization;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>Writes the page for operators.</summary>
/// <param name="address">The service's address.</param>
/// <param name="now">The present time.</param>
internal sealed class DiagnosticsPage(string address, DateTimeOffset now)
{
    public byte[] Write(IReadOnlyList<ScopeFindings> findings)
    {
        var html = new HtmlWriter();
        html.Begin("html", ("lang", "en")).Begin("head");
        html.Void("meta", ("charset", "utf-8"))
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("name", "robots"), ("content", "noindex"))
            .Leaf("title", "SyncGen diagnostics")
            .Style(PageStyle.Css)
            .End();
        html.Begin("body");
        WriteHead(html, findings);
        html.Begin("main");
        for (var i = 0; i < findings.Count; i++)
        {
            new ScopeSection(html, findings[i], Anchor(i), now).Write();
        }

        html.End();
        html.Begin("footer").Leaf("p", "The page shows how things were when it was loaded.").End();
        html.End().End();
        return html.ToBytes();
    }

    private void WriteHead(HtmlWriter html, IReadOnlyList<ScopeFindings> findings)
    {
        html.Begin("header").Leaf("h1", "SyncGen diagnostics");
        html.Begin("p").Leaf("code", address).Text(" at ");
        PageText.Write(html, now);
        html.Text(" UTC").End();
        if (findings.Count > 1)
        {
            html.Begin("nav", ("aria-label", "Scopes")).Begin("ul");
            for (var i = 0; i < findings.Count; i++)
            {
                html.Begin("li").Leaf("a", findings[i].Service.Scope.Name, ("href", "#" + Anchor(i))).Text(" ");
                ScopeSection.WriteMark(html, findings[i]);
                html.End();
            }

            html.End().End();
        }

        html.End();
    }

    // A scope's name may hold what an address must not.
    private static string Anchor(int scope) => "scope-" + (scope + 1).ToString(CultureInfo.InvariantCulture);
}
