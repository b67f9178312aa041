using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SyncGen.AspNetCore.Hooks;
using SyncGen.OData.Feeds;

namespace SyncGen.AspNetCore;

/// <summary>How a scope is served. Set it while the application starts; not changed after.</summary>
public sealed class SyncServiceOptions
{
    private readonly Dictionary<string, Func<HttpContext, IReadOnlyList<string?>>> _parameters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The form of a feed for clients that do not say which they want. Default: Atom, as in the original.</summary>
    public FeedFormat DefaultFormat { get; set; }

    /// <summary>The size at which a batch of a download ends, in bytes of row data, from 1 to 64 MiB. Default: 512 KiB. A single larger row is a batch of its own.</summary>
    public int BatchBytesMax { get; set; } = 1 << 19;

    /// <summary>What an upload may hold, in whatever format; each limit says how far it can be raised. Default: <see cref="FeedLimits.Default"/>.</summary>
    public FeedLimits Limits { get; set; } = FeedLimits.Default;

    /// <summary>The length of an address's query, in characters, from 1 to 65,536. Default: 8,192; a longer one is answered with 414. The server has a limit of its own for the whole first line.</summary>
    public int QueryLengthMax { get; set; } = 8192;

    /// <summary>How many requests work with the store at once, from 1 to 1,000; others wait. Default: 16.</summary>
    public int SessionsMax { get; set; } = 16;

    /// <summary>How long a request waits for its turn before it is answered with 503, from 0 to 1 hour. Default: 30 seconds.</summary>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a request may take in all, from 1 second to 1 hour. Default: 100 seconds. Then its work is cancelled, what the store has
    /// not committed is taken back, and the answer is 503: clients ask again.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How many requests of one user are answered at once, from 1 to 1,000. Default: 8. Further ones wait. Who is not signed in is no user:
    /// such requests are bounded by <see cref="SessionsMax"/> alone.
    /// </summary>
    public int RequestsPerUserMax { get; set; } = 8;

    /// <summary>How many further requests of one user wait, from 0 to 1,000. Default: 32. What is more is answered with 429: clients ask again.</summary>
    public int WaitingPerUserMax { get; set; } = 32;

    /// <summary>What stands before the names of entity types. Default: null, the scope's name, with an underscore for each hyphen.</summary>
    public string? Namespace { get; set; }

    /// <summary>
    /// The service's address as clients see it, for the ids of rows; absolute, with http or https. Default: null, the one that the request
    /// names. Set it where a proxy stands before the service.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// Who the user is: what the server gives one user to keep is of no use to another. Default: the claim of the name identifier, or
    /// <c>sub</c>, or the name; empty for who is not signed in.
    /// </summary>
    public Func<HttpContext, string> User { get; set; } = UserOf;

    /// <summary>
    /// Whether a request may be a peer's, such as <c>context => context.User.IsInRole("hub")</c>. A peer is believed: it reads the whole
    /// scope, whatever parameters are bound, and brings rows of any replica with versions and times of its own word. Default: no request may.
    /// </summary>
    public Func<HttpContext, bool> AdmitsPeer { get; set; } = static _ => false;

    /// <summary>How many conflicts, and how many rows in quarantine, the page for operators shows, from 1 to 200. Default: 20.</summary>
    public int DiagnosticRowsMax { get; set; } = 20;

    internal IReadOnlyDictionary<string, Func<HttpContext, IReadOnlyList<string?>>> Parameters => _parameters;

    internal HookRegistry Hooks { get; } = new();

    /// <summary>Who may look at the page for operators; null: nobody.</summary>
    internal Func<HttpContext, ValueTask<bool>>? Operators { get; private set; }

    /// <summary>
    /// Switches the page for operators on, at <c>$diag</c> below the service's address. It shows rows of all users. For whoever may not look
    /// there is nothing at that address; what the endpoint itself requires holds beside. Default: off.
    /// </summary>
    /// <param name="mayLook">Whether who sent a request may look.</param>
    public SyncServiceOptions ShowDiagnosticsTo(Func<HttpContext, bool> mayLook)
    {
        ArgumentNullException.ThrowIfNull(mayLook);
        Operators = context => new ValueTask<bool>(mayLook(context));
        return this;
    }

    /// <summary>The same, for those whom a policy of the application's authorisation lets in.</summary>
    /// <param name="policy">The policy's name.</param>
    public SyncServiceOptions ShowDiagnosticsTo(string policy)
    {
        ArgumentException.ThrowIfNullOrEmpty(policy);
        Operators = async context => (await context.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, context, policy)).Succeeded;
        return this;
    }

    /// <summary>Takes a filter parameter's values from the claims of who is signed in: a client cannot choose others.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="claimType">The claim's type; each of its values is one of the parameter's.</param>
    public SyncServiceOptions BindClaim(string parameter, string claimType)
    {
        ArgumentException.ThrowIfNullOrEmpty(claimType);
        return Bind(parameter, context => [.. context.User.FindAll(claimType).Select(claim => claim.Value)]);
    }

    /// <summary>Takes a filter parameter's values from code: a client cannot choose others.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="values">Its values for a request, as texts; null stands for null.</param>
    public SyncServiceOptions Bind(string parameter, Func<HttpContext, IReadOnlyList<string?>> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(parameter);
        ArgumentNullException.ThrowIfNull(values);
        _parameters[parameter] = values;
        return this;
    }

    /// <summary>Lets a class take part before and after each request: refuse it, or hear what became of it. One class for a scope.</summary>
    /// <typeparam name="THooks">The class; what its constructor takes comes from the request's services.</typeparam>
    public SyncServiceOptions UseHooks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THooks>()
        where THooks : SyncScopeHooks
    {
        Hooks.AddScope<THooks>();
        return this;
    }

    /// <summary>Lets a class accept, change or reject an entity's rows that clients send up, and settle conflicts over them. One class for an entity.</summary>
    /// <typeparam name="TRow">The entity class.</typeparam>
    /// <typeparam name="THooks">The class; what its constructor takes comes from the request's services.</typeparam>
    public SyncServiceOptions UseRowHooks<TRow, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THooks>()
        where TRow : class
        where THooks : SyncRowHooks<TRow>
    {
        Hooks.AddRows<TRow, THooks>();
        return this;
    }

    private static string UserOf(HttpContext context)
    {
        var user = context.User;
        var id = user.FindFirstValue(ClaimTypes.NameIdentifier) ?? user.FindFirstValue("sub") ?? user.Identity?.Name;
        return id ?? (user.Identity?.IsAuthenticated != true ? "" : throw new InvalidOperationException(
            $"Who is signed in has neither a name identifier nor a name, so that users cannot be told apart. Set {nameof(SyncServiceOptions)}.{nameof(User)}."));
    }
}
