using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hosting;
using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Hooks;

/// <summary>An application's hooks while a request lasts.</summary>
internal sealed class RequestHooks : IConflictHandler
{
    private readonly ScopeService _service;
    private readonly SyncRequest _request;
    private readonly SyncScopeHooks? _scope;
    private readonly Dictionary<Type, object> _rows = [];

    public RequestHooks(ScopeService service, SyncRequest request)
    {
        (_service, _request) = (service, request);
        _scope = service.Options.Hooks.Scope?.Invoke(request.HttpContext);
    }

    /// <summary>Who decides conflicts in the store; null if the application has no hooks for rows.</summary>
    public IConflictHandler? Conflicts => _service.Options.Hooks.Rows.Count > 0 ? this : null;

    private CancellationToken Aborted => _request.HttpContext.RequestAborted;

    /// <summary>Asks whether the request is let in.</summary>
    /// <exception cref="ServiceException">It is not.</exception>
    public async ValueTask BeginAsync()
    {
        if (_scope is not { } hooks)
        {
            return;
        }

        var refusal = await GuardAsync(hooks, $"before {Operation}", () => _request.Operation == SyncOperation.Download
            ? hooks.DownloadingAsync(_request, Aborted)
            : hooks.UploadingAsync(_request, Aborted));
        if (refusal is not null)
        {
            throw new ServiceException(refusal.Status, refusal.Reason) { Code = CodeOf(refusal.Status) };
        }
    }

    /// <summary>Says what a download sends.</summary>
    public ValueTask EndAsync(ChangeBatch batch) => EndAsync(hooks => hooks.DownloadedAsync(_request, batch, Aborted));

    /// <summary>Says what became of an upload.</summary>
    public ValueTask EndAsync(BatchResult result) => EndAsync(hooks => hooks.UploadedAsync(_request, result, Aborted));

    /// <summary>Whether the application has hooks for a table's rows.</summary>
    public bool Judges(SyncTable table) => _service.Options.Hooks.Rows.ContainsKey(table.RowType);

    /// <summary>Asks what is made of a row that came in.</summary>
    public async ValueTask<JudgedRow<TRow>> JudgeAsync<TRow>(SyncTable<TRow> table, TRow row, bool isDeleted)
        where TRow : class
    {
        if (Of<TRow>(table) is not { } hooks)
        {
            return new(row, isDeleted);
        }

        // What the client sent is still to be told apart from what a hook makes of it.
        var key = RowJson.WriteKey(table, row);
        var copy = isDeleted ? RowJson.ReadKey(table, key) : RowJson.Read(table, RowJson.Write(table, row));
        var decision = await GuardAsync(hooks, $"on row {key} of {table.RowType.Name}", () => isDeleted
            ? hooks.DeletingAsync(copy, _request, Aborted)
            : hooks.WritingAsync(copy, _request, Aborted));
        if (decision.Rejection is not null || isDeleted && decision.Changed is null)
        {
            return new(row, isDeleted) { Rejection = decision.Rejection };
        }

        var changed = decision.Changed ?? copy;
        if (!table.KeyEquals(changed, row))
        {
            throw new InvalidOperationException($"{hooks.GetType().Name} changed row {key} of {table.RowType.Name} into one of another key, {RowJson.WriteKey(table, changed)}. A changed row keeps its key.");
        }

        return isDeleted || !table.ContentEquals(changed, row) ? new(changed, IsDeleted: false) { IsChanged = true } : new(row, IsDeleted: false);
    }

    /// <summary>The hub's answer to an edit that the application changed: the client has another row, and takes the one that stands.</summary>
    public EditAnswer<TRow> AnswerChanged<TRow>(SyncTable<TRow> table, EditAnswer<TRow> answer)
        where TRow : class
    {
        if (answer.Rejection == SyncErrorCode.OutsideFilter)
        {
            ServiceLog.ChangedOutside(_service.Logger, RowJson.WriteKey(table, answer.Row), table.Name);
        }

        return answer.Outcome == EditOutcome.Accepted ? answer with { Outcome = EditOutcome.Replaced } : answer;
    }

    public ConflictResolution<TRow>? Resolve<TRow>(SyncTable<TRow> table, Conflict<TRow> conflict)
        where TRow : class =>
        Of<TRow>(table)?.Resolve(conflict, _request);

    private string Operation => _request.Operation == SyncOperation.Download ? "a download" : "an upload";

    private async ValueTask EndAsync(Func<SyncScopeHooks, ValueTask> end)
    {
        if (_scope is { } hooks)
        {
            await GuardAsync(hooks, $"after {Operation}", async () =>
            {
                await end(hooks);
                return true;
            });
        }
    }

    private SyncRowHooks<TRow>? Of<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        if (!_rows.TryGetValue(table.RowType, out var hooks) && _service.Options.Hooks.Rows.TryGetValue(table.RowType, out var create))
        {
            hooks = create(_request.HttpContext);
            _rows.Add(table.RowType, hooks);
        }

        return (SyncRowHooks<TRow>?)hooks;
    }

    // Whatever a hook throws is the application's failure: some exceptions would tell the client that the fault is its own.
    private async ValueTask<TResult> GuardAsync<TResult>(object hooks, string when, Func<ValueTask<TResult>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception error) when (!Aborted.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{hooks.GetType().Name} failed {when}: {error.Message}", error);
        }
    }

    private static SyncErrorCode CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => SyncErrorCode.AccessDenied,
        StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => SyncErrorCode.ServiceUnreachable,
        _ => SyncErrorCode.Rejected,
    };
}
