using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SyncGen.AspNetCore.Hooks;

/// <summary>The hooks that an application has for a scope, and how they are made for a request.</summary>
internal sealed class HookRegistry
{
    private readonly Dictionary<Type, Func<HttpContext, object>> _rows = [];

    /// <summary>Makes the scope's hooks; null if there are none.</summary>
    public Func<HttpContext, SyncScopeHooks>? Scope { get; private set; }

    /// <summary>Makes the hooks of rows, by their class.</summary>
    public IReadOnlyDictionary<Type, Func<HttpContext, object>> Rows => _rows;

    public void AddScope<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THooks>()
        where THooks : SyncScopeHooks =>
        Scope = Scope is null ? Create<THooks> : throw new InvalidOperationException($"The scope has hooks already: {typeof(THooks).Name} would take their place unseen. Make one class of both.");

    public void AddRows<TRow, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THooks>()
        where TRow : class
        where THooks : SyncRowHooks<TRow>
    {
        if (!_rows.TryAdd(typeof(TRow), Create<THooks>))
        {
            throw new InvalidOperationException($"{typeof(TRow).Name} has hooks already: {typeof(THooks).Name} would take their place unseen. Make one class of both.");
        }
    }

    private static THooks Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THooks>(HttpContext context)
        where THooks : class
    {
        if (context.RequestServices.GetService<THooks>() is { } registered)
        {
            return registered;
        }

        var made = ActivatorUtilities.CreateInstance<THooks>(context.RequestServices);
        switch (made)
        {
            case IAsyncDisposable disposable:
                context.Response.RegisterForDisposeAsync(disposable);
                break;
            case IDisposable disposable:
                context.Response.RegisterForDispose(disposable);
                break;
        }

        return made;
    }
}
