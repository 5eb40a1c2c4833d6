using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Covet.Build;

/// <summary>
/// Finds the OpenAPI documents in an assembly's bytes. The generator puts a line before each: its name, length and
/// SHA-256. So there is no need to load the assembly or to read its metadata, and what is found is known to be whole.
/// </summary>
internal static class EmbeddedDocumentReader
{
    private const int HashLength = 64;
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("covet-openapi-document ");

    public static IReadOnlyList<EmbeddedDocument> Read(byte[] assembly)
    {
        var documents = new List<EmbeddedDocument>();
        for (var at = IndexOf(assembly, 0); at >= 0; at = IndexOf(assembly, at + Mark.Length))
        {
            if (Read(assembly, at + Mark.Length) is { } document && !documents.Any(d => d.Name == document.Name))
            {
                documents.Add(document);
            }
        }

        return documents;
    }

    private static EmbeddedDocument? Read(byte[] assembly, int start)
    {
        var end = Array.IndexOf(assembly, (byte)'\n', start, Math.Min(512, assembly.Length - start));
        if (end < 0)
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(assembly, start, end - start).Split(' ');
        if (parts.Length != 3 || parts[2].Length != HashLength
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > assembly.Length - end - 1)
        {
            return null;
        }

        using var sha = SHA256.Create();
        var hash = string.Concat(sha.ComputeHash(assembly, end + 1, length).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
        return hash == parts[2] ? new EmbeddedDocument(parts[0], Encoding.UTF8.GetString(assembly, end + 1, length)) : null;
    }

    private static int IndexOf(byte[] bytes, int start)
    {
        while (start >= 0 && start + Mark.Length <= bytes.Length)
        {
            start = Array.IndexOf(bytes, Mark[0], start);
            if (start < 0 || start + Mark.Length > bytes.Length)
            {
                return -1;
            }

            var i = 1;
            while (i < Mark.Length && bytes[start + i] == Mark[i])
            {
                i++;
            }

            if (i == Mark.Length)
            {
                return start;
            }

            start++;
        }

        return -1;
    }
}
