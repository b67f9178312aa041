using System.Text;
using SyncGen.CodeGeneration.Templates;
using SyncGen.CodeGeneration.Templates.Rendering;

namespace SyncGen.CodeGeneration.Tests.Templates;

/// <summary>A template that is wrong is told, at a place within it, and never throws: it runs inside the compiler.</summary>
public sealed class DamagedTemplateTests
{
    private const int Count = 4_000;

    private const string Sound =
        """
        {{##
          for: project
          output: a.cs
        ##}}
        {{~ func title(x); ret x | string.upcase | string.slice 0 3; end ~}}
        {{~ for e in project.entities ~}}
        // {{ e.table | csharp.literal }} {{ title e.name }} {{ e.key[0].name }}
        {{~ for p in e.properties; if p.is_nullable && p.max_length != null ~}}
        {{ p.type }} {{ csharp.camel p.name }} = {{ p.max_length * 2 + 1 }}; {{ for.index }}
        {{~ else if p.filter ~}}
        {{ p.filter.parameter | string.pad_left 9 | regex.replace '[a-z]' '_' }}
        {{~ end; end ~}}
        {{ capture x }}{{ e.scopes | array.join ', ' }}{{ end }}{{ x }}{{ include 'Part' e.name }}
        {{~ end ~}}
        {{ case project.scopes.size; when 1; 'one'; else; 'many'; end }}{{ a = {b: [1, 2]}; a.b[1] ?? 0 }}
        """;

    private static readonly string[] s_pieces =
        ["{{", "}}", "{{~", "~}}", "end", "for x in", "func f", "(", ")", "[", "]", "{", "}", "|", ".", ",", "'", "\"", "`", "##", "#", "\\", "0", "-1", "99999999999", "1..9", "null", "x", "model", "ret", "include", "$1", "@", "^", "\n", "\ud800", "\0"];

    [Fact]
    public void Sound_template_prints() => Assert.Contains("LIS", Printed(Sound), StringComparison.Ordinal);

    [Fact]
    public void Damaged_template_is_told_at_a_place_within_it()
    {
        var random = new Random(6_02);
        var told = 0;
        for (var i = 0; i < Count; i++)
        {
            var text = Damaged(random);
            foreach (var finding in TestTemplates.FindingsOf(("A.sync.scriban", text), ("Part.sync.scriban", "{{## for: include ##}}\n{{ $1 }}")))
            {
                told++;
                Assert.StartsWith("SYNC06", finding.Rule.Id, StringComparison.Ordinal);
                Assert.InRange(finding.Source.Start + finding.Source.Length, 0, text.Length);
                Assert.DoesNotContain("SyncGen.CodeGeneration", TestTemplates.Text(finding), StringComparison.Ordinal);
            }
        }

        Assert.InRange(told, Count / 4, Count * 3);
    }

    private static string Damaged(Random random)
    {
        var text = new StringBuilder(Sound);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var start = random.Next(text.Length);
            text.Remove(start, Math.Min(random.Next(4), text.Length - start));
            text.Insert(start, random.Next(3) == 0 ? "" : s_pieces[random.Next(s_pieces.Length)]);
        }

        return text.ToString();
    }

    private static string Printed(string text)
    {
        var plan = TestTemplates.Plan(TestTemplates.Set(("A.sync.scriban", text), ("Part.sync.scriban", "{{## for: include ##}}\n{{ $1 }}")));
        return TemplatePrinter.Print(Assert.Single(plan.Jobs), default).File!.Text;
    }
}
