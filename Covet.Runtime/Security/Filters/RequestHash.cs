using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Covet;

/// <summary>Hashes what a request is made of. Each text has its length before it and each list its count, so that no two requests hash the same bytes.</summary>
internal sealed class RequestHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(string? text)
    {
        Add(text?.Length ?? -1);
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    /// <summary>What is left of a stream; nothing may be added after it that does not say its own length.</summary>
    public async Task AddAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(8192);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async Task AddAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        Add(form.Count);
        foreach (var (name, values) in form)
        {
            Add(name);
            Add(values);
        }

        Add(form.Files.Count);
        foreach (var file in form.Files)
        {
            Add(file.Name);
            Add(file.FileName);
            Add(file.Headers.Count);
            foreach (var (name, values) in file.Headers)
            {
                Add(name);
                Add(values);
            }

            Add(file.Length);
            await using var content = file.OpenReadStream();
            await AddAsync(content, cancellationToken);
        }
    }

    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    private void Add(StringValues values)
    {
        Add(values.Count);
        foreach (var value in values)
        {
            Add(value);
        }
    }

    private void Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
