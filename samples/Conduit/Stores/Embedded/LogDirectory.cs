using System.Globalization;
using System.Runtime.InteropServices;

namespace Conduit.Stores.Embedded;

/// <summary>
/// The folder of the logs. The log in use has the highest number; a compaction writes the next one under another name and renames
/// it when it is whole, so that at any moment one whole log is there.
/// </summary>
internal sealed partial class LogDirectory(string path) : IDisposable
{
    private const string Extension = ".log";
    private const string UnfinishedExtension = ".tmp";
    private const string LockName = "store.lock";

    private FileStream? ownership;

    /// <summary>Makes the folder, takes it for this process alone, deletes what a crash left over, and gives the number of the log in use; 0: there is none.</summary>
    /// <exception cref="IOException">Another process has the folder.</exception>
    public long Open()
    {
        Directory.CreateDirectory(path);
        ownership = new FileStream(Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        foreach (var unfinished in Directory.EnumerateFiles(path, "*" + UnfinishedExtension))
        {
            File.Delete(unfinished);
        }

        var newest = 0L;
        foreach (var log in Directory.EnumerateFiles(path, "*" + Extension))
        {
            if (long.TryParse(Path.GetFileNameWithoutExtension(log), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                newest = Math.Max(newest, number);
            }
        }

        return newest;
    }

    public string LogPath(long number) => Path.Combine(path, number.ToString("D9", CultureInfo.InvariantCulture) + Extension);

    public string UnfinishedPath(long number) => Path.Combine(path, number.ToString("D9", CultureInfo.InvariantCulture) + UnfinishedExtension);

    /// <summary>Gives a finished log its name, for good.</summary>
    public void Publish(long number)
    {
        File.Move(UnfinishedPath(number), LogPath(number), overwrite: true);
        Flush();
    }

    /// <summary>Deletes logs that a newer one has replaced.</summary>
    public void DeleteBefore(long number)
    {
        foreach (var log in Directory.EnumerateFiles(path, "*" + Extension))
        {
            if (long.TryParse(Path.GetFileNameWithoutExtension(log), NumberStyles.None, CultureInfo.InvariantCulture, out var old) && old < number)
            {
                File.Delete(log);
            }
        }
    }

    /// <summary>Puts the names on the disk: a file's own flush does not, and without its name it is lost.</summary>
    public void Flush()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int readOnly = 0;
        var descriptor = OpenDescriptor(path, readOnly);
        if (descriptor < 0)
        {
            throw new IOException($"{path} cannot be opened, error {Marshal.GetLastPInvokeError()}.");
        }

        var failed = FlushDescriptor(descriptor) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = CloseDescriptor(descriptor);
        if (failed)
        {
            throw new IOException($"{path} cannot be flushed, error {error}.");
        }
    }

    public void Dispose() => ownership?.Dispose();

    // .NET opens no folder, and only an open folder can be flushed.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenDescriptor(string name, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FlushDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int CloseDescriptor(int descriptor);
}
