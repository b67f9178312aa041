namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>A table of the page for operators, which scrolls where the screen is narrow; its rows are written by who makes it.</summary>
internal sealed class PageTable : IDisposable
{
    private readonly HtmlWriter _html;

    /// <param name="html">The page.</param>
    /// <param name="caption">What the table is of.</param>
    /// <param name="columns">Its columns.</param>
    public PageTable(HtmlWriter html, string caption, params IEnumerable<PageColumn> columns)
    {
        _html = html;
        // By the keyboard, too, one gets to what is not on the screen.
        html.Begin("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)).Begin("table").Leaf("caption", caption);
        html.Begin("thead").Begin("tr");
        foreach (var column in columns)
        {
            html.Leaf("th", column.Title, ("scope", "col"), ("class", column.Class));
        }

        html.End().End().Begin("tbody");
    }

    public void Dispose() => _html.End().End().End();
}
