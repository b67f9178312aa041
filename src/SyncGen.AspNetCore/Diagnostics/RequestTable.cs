using System.Globalization;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>Writes the requests that this server answered last.</summary>
internal sealed class RequestTable(HtmlWriter html, string anchor, DateTimeOffset now)
{
    public void Write(RecentRequests recent)
    {
        var (count, last) = recent.Read();
        html.Leaf("h3", "Last requests", ("id", anchor + "-requests"));
        html.Begin("p", ("class", "soft")).Text(count == 1 ? "1 request to this server since " : $"{PageText.Of(count)} requests to this server since ");
        PageText.Write(html, recent.Since);
        html.Text(" UTC; what others of the same service answered, they know themselves.").End();
        if (last.Count == 0)
        {
            return;
        }

        using var table = new PageTable(
            html, $"The last {PageText.Of(last.Count)}, latest first", new("Time"), new("Operation"), new("Status", IsNumber: true), new("Format"),
            new("Rows", IsNumber: true), new("Conflicts", IsNumber: true), new("Quarantined", IsNumber: true), new("Duration", IsNumber: true));
        foreach (var request in last)
        {
            Write(request);
        }
    }

    private void Write(ServedRequest request)
    {
        html.Begin("tr").Begin("td", ("class", "line"));
        // Most are of today, and a phone has little room.
        PageText.Write(html, request.Time, isShort: request.Time.UtcDateTime.Date == now.UtcDateTime.Date);
        html.End().Leaf("td", request.Operation);
        html.Begin("td", ("class", "number"));
        if (request.Status is >= 200 and < 400)
        {
            html.Text(request.Status.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            html.Leaf("span", request.Status == 0 ? "gone" : request.Status.ToString(CultureInfo.InvariantCulture), ("class", request.Status >= 500 ? "mark bad" : "mark warn"));
        }

        html.End().Leaf("td", request.Format ?? "–");
        foreach (var number in new[] { request.Rows, request.Conflicts, request.Quarantined })
        {
            html.Leaf("td", PageText.Of(number), ("class", "number"));
        }

        html.Leaf("td", PageText.Of(request.Duration), ("class", "number")).End();
    }
}
