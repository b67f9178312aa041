using SyncGen.Model;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>Writes what the page for operators says of one scope.</summary>
internal sealed class ScopeSection(HtmlWriter html, ScopeFindings findings, string anchor, DateTimeOffset now)
{
    private SyncScope Scope => findings.Service.Scope;

    /// <summary>Says in a word how a scope is.</summary>
    public static void WriteMark(HtmlWriter html, ScopeFindings findings)
    {
        var (text, look) = findings.Report switch
        {
            null => ("Cannot be opened", "bad"),
            { IsProvisioned: false } => ("Not provisioned yet", "warn"),
            { Waiting: > 0 and var waiting } => ($"{PageText.OfCount(waiting)} in quarantine", "warn"),
            _ => ("Ready", "good"),
        };
        html.Leaf("span", text, ("class", "mark " + look));
    }

    public void Write()
    {
        html.Begin("section", ("id", anchor), ("aria-labelledby", anchor + "-name"));
        html.Begin("div", ("class", "title")).Leaf("h2", Scope.Name, ("id", anchor + "-name"));
        WriteMark(html, findings);
        html.End();
        if (findings.Problem is { } problem)
        {
            html.Leaf("p", problem, ("class", "note bad"));
        }

        WriteFacts();
        WriteTables();
        if (findings.Report is { IsProvisioned: true } report)
        {
            new LoggedRows(html, anchor).Write(report);
        }

        new RequestTable(html, anchor, now).Write(findings.Service.Recent);
        html.End();
    }

    private void WriteFacts()
    {
        html.Begin("dl");
        Fact("Store", findings.Service.Pool.Store);
        Fact("Model", Scope.Fingerprint, "code");
        Fact("Checked", findings.Report switch
        {
            null => "It could not be",
            { IsProvisioned: false } => "Opens; its first session provisions it",
            _ => "Opens, is provisioned for this model; its tables and triggers fit",
        });
        if (findings.Report is { } report)
        {
            if (report.Provisioned is { } time)
            {
                html.Begin("div").Leaf("dt", "Provisioned").Begin("dd");
                PageText.Write(html, time);
                html.Text(" UTC").End().End();
            }

            Fact("Identity", report.Identity.IsNone ? null : report.Identity.ToString(), "code");
            Fact("Tick", report.Tick is { } tick ? PageText.Of(tick) : null);
        }

        Fact("Filter parameters", Scope.Parameters.Count == 0 ? "None: all rows are everybody's" : string.Join(", ", Scope.Parameters.Select(Describe)));
        html.End();
    }

    private string Describe(SyncParameter parameter) =>
        $"{parameter.Name} ({(findings.Service.Options.Parameters.ContainsKey(parameter.Name) ? "set by the service" : "chosen by the client")})";

    private void Fact(string name, string? value, string element = "span")
    {
        if (value is not null)
        {
            html.Begin("div").Leaf("dt", name).Begin("dd").Leaf(element, value).End().End();
        }
    }

    private void WriteTables()
    {
        var tables = findings.Report?.Tables ?? [];
        html.Leaf("h3", "Tables");
        if (tables.Count > 0)
        {
            html.Leaf("p", "Changed: rows and tombstones that were written since the store was provisioned. In log: writes that the next session folds.", ("class", "soft"));
        }

        using var table = new PageTable(html, $"What the store of {Scope.Name} holds", new("Table"), new("Rows", IsNumber: true), new("Changed", IsNumber: true), new("In log", IsNumber: true), new("Conflict policy"));
        foreach (var (ofScope, i) in Scope.Tables.Select((table, i) => (table, i)))
        {
            var found = i < tables.Count ? tables[i] : null;
            html.Begin("tr").Leaf("th", ofScope.Name, ("scope", "row"));
            foreach (var count in new[] { found?.Rows, found?.Tracked, found?.Logged })
            {
                html.Leaf("td", count is { } known ? PageText.OfCount(known) : "–", ("class", "number"));
            }

            html.Leaf("td", ofScope.Conflicts.ToString(), ("class", "line")).End();
        }
    }
}
