using System.Globalization;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SyncGen.SqlServer.Tests.Offline;

/// <summary>
/// A database's schema without a server: what scripts create is declared, and everything that they and sessions run is parsed and has its
/// names resolved in it, for one version of SQL Server.
/// </summary>
internal sealed class TSqlSchema : IDisposable
{
    private readonly TSqlModel _model;
    private readonly TSqlParser _parser;
    private readonly List<string> _errors = [];
    private readonly HashSet<string> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _procedures = [];

    public TSqlSchema(SqlServerVersion version)
    {
        _model = new TSqlModel(version, new TSqlModelOptions());
        _parser = version == SqlServerVersion.SqlAzure ? new TSql170Parser(initialQuotedIdentifiers: true) : new TSql130Parser(initialQuotedIdentifiers: true);
    }

    /// <summary>Adds a script of batches.</summary>
    public void Run(string script)
    {
        foreach (var batch in SqlServerScript.BatchesOf(script))
        {
            Add(batch, parameters: []);
        }
    }

    /// <summary>Adds a statement with parameters, whatever their types.</summary>
    public void Add(string sql, IReadOnlyList<string> parameters)
    {
        using var text = new StringReader(sql);
        var parsed = (TSqlScript)_parser.Parse(text, out var errors);
        if (errors.Count > 0)
        {
            _errors.AddRange(errors.Select(error => $"{error.Message} at {error.Line}:{error.Column} of\n{sql}"));
            return;
        }

        if (parsed.Batches is [{ Statements: [CreateTriggerStatement] }])
        {
            _model.AddObjects(sql);
            return;
        }

        var declared = new DeclaredTables();
        parsed.Accept(declared);
        foreach (var (name, create) in declared.Found.Where(table => _tables.Add(table.Name)))
        {
            _model.AddObjects(create);
        }

        // What is not a declaration is resolved as part of a procedure.
        _procedures.Add(sql);
        var head = string.Join(", ", parameters.Select(parameter => parameter + " bigint"));
        _model.AddObjects($"CREATE PROCEDURE [{NameOf(_procedures.Count)}] {head} AS BEGIN\n{sql}\nEND");
    }

    /// <summary>Everything that is wrong; warnings too, which an unknown name is.</summary>
    public IReadOnlyList<string> Validate() =>
        [.. _errors, .. _model.Validate().Select(message => $"{message.Prefix}{message.Number.ToString(CultureInfo.InvariantCulture)}: {message.Message}{TextOf(message.Message)}")];

    public void Dispose() => _model.Dispose();

    private static string NameOf(int procedure) => $"procedure {procedure.ToString(CultureInfo.InvariantCulture)}";

    // What the message is about.
    private string TextOf(string message) =>
        string.Concat(_procedures.Where((_, i) => message.Contains($"[{NameOf(i + 1)}]", StringComparison.Ordinal)).Take(1).Select(sql => "\nin " + sql));

    /// <summary>The tables and foreign keys that statements create, also within others, such as behind <c>IF</c>.</summary>
    private sealed class DeclaredTables : TSqlFragmentVisitor
    {
        public List<(string Name, string Create)> Found { get; } = [];

        public override void ExplicitVisit(CreateTableStatement node)
        {
            Add(node.SchemaObjectName, TextOf(node));
            base.ExplicitVisit(node);
        }

        public override void ExplicitVisit(AlterTableAddTableElementStatement node)
        {
            if (node.Definition.TableConstraints is [ForeignKeyConstraintDefinition { ConstraintIdentifier: { } name }])
            {
                Found.Add((name.Value, TextOf(node)));
            }

            base.ExplicitVisit(node);
        }

        // What a query gives goes into a new table: the names of its columns are what counts here.
        public override void ExplicitVisit(SelectStatement node)
        {
            if (node is { Into: { } into, QueryExpression: QuerySpecification query })
            {
                var columns = query.SelectElements.OfType<SelectScalarExpression>().Select(element => element.ColumnName?.Value
                    ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value
                    ?? throw new InvalidOperationException($"A column of {TextOf(node)} has no name."));
                Add(into, $"CREATE TABLE {TextOf(into)} ({string.Join(", ", columns.Select(column => $"[{column.Replace("]", "]]", StringComparison.Ordinal)}] bigint NOT NULL"))})");
            }

            base.ExplicitVisit(node);
        }

        private void Add(SchemaObjectName name, string create)
        {
            // A temporary table is the statement's own.
            if (!name.BaseIdentifier.Value.StartsWith('#'))
            {
                Found.Add((TextOf(name), create));
            }
        }

        private static string TextOf(TSqlFragment fragment) => string.Concat(
            Enumerable.Range(fragment.FirstTokenIndex, fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(i => fragment.ScriptTokenStream[i].Text));
    }
}
