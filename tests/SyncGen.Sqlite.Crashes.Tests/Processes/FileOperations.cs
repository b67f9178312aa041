using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SyncGen.Sqlite.Crashes.Tests.Processes;

/// <summary>
/// Stands between SQLite and its files, in the child only, and kills the process at the n-th write, truncation, flush or
/// deletion, before it is done; a write of a page is done by half. So every point of a transaction can be met exactly.
/// </summary>
internal static unsafe partial class FileOperations
{
    /// <summary>The methods of an open file: a version, padded, and 18 functions; after our copy comes the original's address.</summary>
    private const int MethodsSize = 19 * 8;
    private const int WriteMethod = 3;
    private const int TruncateMethod = 4;
    private const int FlushMethod = 5;
    private const int OriginalMethods = 19;

    private static readonly Dictionary<nint, nint> s_copies = [];
    private static long s_left;
    private static nint s_open;
    private static nint s_delete;

    /// <summary>Counts from here on.</summary>
    /// <param name="operation">The operation to be killed at, from 1.</param>
    public static void KillAt(long operation)
    {
        SQLitePCL.Batteries_V2.Init();
        s_left = operation;
        var original = Find(null);
        var ours = (FileSystem*)NativeMemory.Alloc((nuint)sizeof(FileSystem));
        *ours = *original;
        s_open = original->Open;
        s_delete = original->Delete;
        ours->Name = Marshal.StringToCoTaskMemUTF8("syncgen-crash");
        ours->Open = (nint)(delegate* unmanaged[Cdecl]<FileSystem*, byte*, nint**, int, int*, int>)&Open;
        ours->Delete = (nint)(delegate* unmanaged[Cdecl]<FileSystem*, byte*, int, int>)&Delete;
        if (Register(ours, 1) != SQLitePCL.raw.SQLITE_OK)
        {
            throw new InvalidOperationException("SQLite takes no other file system.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(FileSystem* system, byte* name, nint** file, int flags, int* outFlags)
    {
        var code = ((delegate* unmanaged[Cdecl]<FileSystem*, byte*, nint**, int, int*, int>)s_open)(system, name, file, flags, outFlags);
        if (*file != null)
        {
            *file = (nint*)CopyOf((nint)(*file));
        }

        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(FileSystem* system, byte* name, int flush)
    {
        Count();
        return ((delegate* unmanaged[Cdecl]<FileSystem*, byte*, int, int>)s_delete)(system, name, flush);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint** file, byte* bytes, int count, long offset)
    {
        var write = (delegate* unmanaged[Cdecl]<nint**, byte*, int, long, int>)Original(file, WriteMethod);
        if (Interlocked.Decrement(ref s_left) == 0)
        {
            _ = count > 1 ? write(file, bytes, count / 2, offset) : 0;
            Kill();
        }

        return write(file, bytes, count, offset);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(nint** file, long size)
    {
        Count();
        return ((delegate* unmanaged[Cdecl]<nint**, long, int>)Original(file, TruncateMethod))(file, size);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Flush(nint** file, int flags)
    {
        Count();
        return ((delegate* unmanaged[Cdecl]<nint**, int, int>)Original(file, FlushMethod))(file, flags);
    }

    private static nint Original(nint** file, int method) => ((nint*)(*file)[OriginalMethods])[method];

    private static nint CopyOf(nint original)
    {
        lock (s_copies)
        {
            if (!s_copies.TryGetValue(original, out var copy))
            {
                var methods = (nint*)NativeMemory.Alloc(MethodsSize + 8);
                NativeMemory.Copy((void*)original, methods, MethodsSize);
                methods[OriginalMethods] = original;
                methods[WriteMethod] = (nint)(delegate* unmanaged[Cdecl]<nint**, byte*, int, long, int>)&Write;
                methods[TruncateMethod] = (nint)(delegate* unmanaged[Cdecl]<nint**, long, int>)&Truncate;
                methods[FlushMethod] = (nint)(delegate* unmanaged[Cdecl]<nint**, int, int>)&Flush;
                s_copies.Add(original, copy = (nint)methods);
            }

            return copy;
        }
    }

    private static void Count()
    {
        if (Interlocked.Decrement(ref s_left) == 0)
        {
            Kill();
        }
    }

    private static void Kill()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find")]
    private static partial FileSystem* Find(byte* name);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    private static partial int Register(FileSystem* system, int isDefault);

    /// <summary>SQLite's sqlite3_vfs, as far as it is changed here.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 21 * 8)]
    private struct FileSystem
    {
        [FieldOffset(3 * 8)]
        public nint Name;

        [FieldOffset(5 * 8)]
        public nint Open;

        [FieldOffset(6 * 8)]
        public nint Delete;
    }
}
