using Microsoft.AspNetCore.Authentication;

namespace TodoServer;

/// <summary>There is nothing to set.</summary>
internal sealed class DevelopmentTokenOptions : AuthenticationSchemeOptions;
