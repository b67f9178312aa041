namespace SyncGen.Testing;

/// <summary>What a test may need beyond the .NET SDK.</summary>
public enum Requirement
{
    /// <summary>The linker that NativeAOT publishing calls: clang and zlib's headers on Linux.</summary>
    NativeToolchain,

    /// <summary>Python 3.10 or later, as <c>python3</c>: the model of the synchronisation rules is a Python program, and so is a client that others could have written.</summary>
    Python,

    /// <summary>A PostgreSQL server, 13 or later: the one that SYNCGEN_POSTGRESQL connects to, or installed programs to start one.</summary>
    PostgreSql,

    /// <summary>PostgreSQL's installed programs, though SYNCGEN_POSTGRESQL may name a server.</summary>
    PostgreSqlPrograms,

    /// <summary>A server of MariaDB 10.6 or later, or of MySQL 8: the one that SYNCGEN_MYSQL connects to, or installed programs of MariaDB to start one.</summary>
    MariaDb,

    /// <summary>MariaDB's installed programs, though SYNCGEN_MYSQL may name a server.</summary>
    MariaDbPrograms,

    /// <summary>A SQL Server or Azure SQL database: the one that SYNCGEN_SQLSERVER connects to. None is started for tests.</summary>
    SqlServer,

    /// <summary><c>curl</c> and <c>bash</c>: commands that a document shows are run as they stand.</summary>
    Curl,

    /// <summary>Chromium, or a browser that descends from it: pages are looked at as people see them.</summary>
    Chromium,

    /// <summary>Both servers: <see cref="PostgreSql"/> and <see cref="MariaDb"/>.</summary>
    Servers,

    /// <summary>Both servers' installed programs: <see cref="PostgreSqlPrograms"/> and <see cref="MariaDbPrograms"/>.</summary>
    ServerPrograms,

    /// <summary>All three servers: <see cref="Servers"/> and <see cref="SqlServer"/>.</summary>
    AllServers,
}
