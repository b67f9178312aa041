using System.Security.Cryptography;
using System.Text;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>How the page for operators looks: one column on a phone, dark where the reader's screen is.</summary>
internal static class PageStyle
{
    public const string Css = """

        :root{color-scheme:light dark;--text:#1b1f24;--soft:#57606a;--back:#f3f5f8;--card:#fff;--line:#d3d9e0;--head:#f6f8fa;
         --good:#0f5323;--good-back:#d5f5dd;--warn:#6b4300;--warn-back:#fff1c2;--bad:#8f0f22;--bad-back:#ffe0dd;--link:#0550ae}
        @media (prefers-color-scheme:dark){:root{--text:#e6edf3;--soft:#a0aab5;--back:#0d1117;--card:#161b22;--line:#333b45;--head:#1d242d;
         --good:#8ff0a4;--good-back:#12301d;--warn:#ffd866;--warn-back:#382c06;--bad:#ffb3ad;--bad-back:#431419;--link:#79b8ff}}
        *{box-sizing:border-box}
        body{margin:0;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--text);background:var(--back)}
        header,main,footer{max-width:72rem;margin:0 auto;padding:1rem}
        header{padding-bottom:0}
        h1{font-size:1.5rem;margin:0;line-height:1.2}
        h2{font-size:1.25rem;margin:0;overflow-wrap:anywhere}
        h3{font-size:1rem;margin:1.5rem 0 .5rem}
        p{margin:.5rem 0}
        a{color:var(--link)}
        footer,.soft{color:var(--soft)}
        footer{font-size:.875rem}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.75rem 0 0;padding:0}
        nav a{display:inline-block;padding:.25rem 0}
        section{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem;margin:0 0 1.25rem}
        .title{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem}
        .mark{font-size:.875rem;font-weight:600;padding:.05rem .6rem;border-radius:1rem;white-space:nowrap}
        .good{color:var(--good);background:var(--good-back)}
        .warn{color:var(--warn);background:var(--warn-back)}
        .bad{color:var(--bad);background:var(--bad-back)}
        .note{padding:.6rem .8rem;border-radius:.5rem;overflow-wrap:anywhere}
        dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:.75rem 1.5rem;margin:1rem 0 0}
        dl div{min-width:0}
        dt{color:var(--soft);font-size:.875rem}
        dd{margin:0;overflow-wrap:anywhere}
        code,.json{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em;overflow-wrap:anywhere}
        .scroll{overflow-x:auto;border:1px solid var(--line);border-radius:.5rem}
        .scroll:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
        table{border-collapse:collapse;width:100%;font-size:.9375rem}
        caption{text-align:left;color:var(--soft);font-size:.875rem;padding:.5rem .75rem}
        th,td{padding:.4rem .75rem;text-align:left;vertical-align:top;border-top:1px solid var(--line)}
        thead th{background:var(--head);font-size:.8125rem;color:var(--soft);white-space:nowrap;border-top:0}
        caption+thead th{border-top:1px solid var(--line)}
        tbody th{font-weight:600}
        .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .line{white-space:nowrap}
        .entries{list-style:none;margin:0;padding:0}
        .entries>li{border:1px solid var(--line);border-radius:.5rem;margin:0 0 .5rem}
        summary{cursor:pointer;padding:.6rem .75rem;overflow-wrap:anywhere}
        summary .soft{display:block;font-size:.875rem}
        details[open]>summary{border-bottom:1px solid var(--line)}
        details>p{padding:0 .75rem}
        details .scroll{border:0;border-radius:0}
        .changed td,.changed th{background:var(--warn-back)}
        .value{min-width:8rem;max-width:30rem;overflow-wrap:anywhere;white-space:pre-wrap}
        @media (max-width:40rem){dl{grid-template-columns:repeat(auto-fill,minmax(min(100%,9rem),1fr))}header,main,footer{padding:.75rem}section{padding:.85rem;border-radius:.6rem}th,td{padding:.4rem .6rem}}
        @media print{body{background:none}section{break-inside:avoid}}

        """;

    /// <summary>Lets a browser take this style, and nothing else from anywhere.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
