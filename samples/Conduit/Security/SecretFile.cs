using System.Security.Cryptography;

namespace Conduit.Security;

/// <summary>A secret in a file that only this user reads.</summary>
internal static class SecretFile
{
    public static byte[] ReadOrCreate(string folder, int length)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "token.key");
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            var unfinished = path + ".new";
            using (var file = new FileStream(unfinished, options))
            {
                file.Write(RandomNumberGenerator.GetBytes(length));
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }

        return File.ReadAllBytes(path);
    }
}
