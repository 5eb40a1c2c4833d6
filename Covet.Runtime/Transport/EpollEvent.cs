using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Covet.Transport;

/// <summary>
/// The kernel's <c>struct epoll_event</c>: 32 bits of events and 64 bits of the caller's, packed on x86-64 and aligned to 16 bytes
/// elsewhere (epoll_ctl(2)).
/// </summary>
internal readonly struct EpollEvent(uint events, ulong data)
{
    public const uint Readable = 0x1;
    public const uint Writable = 0x4;
    public const uint Failed = 0x8;
    public const uint HungUp = 0x10;
    public const uint PeerClosed = 0x2000;
    public const uint EdgeTriggered = 1u << 31;
    public const int LargestSize = 16;

    public static readonly int Size = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;

    public uint Events { get; } = events;

    public ulong Data { get; } = data;

    private static int DataOffset => Size - sizeof(ulong);

    public static unsafe EpollEvent Read(byte* at) => new(Unsafe.ReadUnaligned<uint>(at), Unsafe.ReadUnaligned<ulong>(at + DataOffset));

    public unsafe void Write(byte* at)
    {
        Unsafe.WriteUnaligned(at, Events);
        Unsafe.WriteUnaligned(at + DataOffset, Data);
    }
}
