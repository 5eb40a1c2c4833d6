namespace Covet.Transport;

/// <summary>
/// The connections of a loop by number. The kernel knows a connection by slot and generation, so that an event which it had at hand when
/// the connection was closed finds nobody, also where its slot is another's by then.
/// </summary>
internal sealed class ConnectionSlots
{
    private readonly Lock _gate = new();
    private readonly Stack<int> _free = new();
    private EpollConnection?[] _connections = new EpollConnection?[64];
    private int _used;
    private uint _generation;

    public void Add(EpollConnection connection)
    {
        lock (_gate)
        {
            if (!_free.TryPop(out var slot))
            {
                slot = _used++;
                if (slot == _connections.Length)
                {
                    var larger = new EpollConnection?[slot * 2];
                    _connections.CopyTo(larger, 0);
                    Volatile.Write(ref _connections, larger);
                }
            }

            connection.Registration = ((ulong)++_generation << 32) | (uint)slot;
            Volatile.Write(ref _connections[slot], connection);
        }
    }

    public EpollConnection? Find(ulong registration)
    {
        var connection = Volatile.Read(ref Volatile.Read(ref _connections)[(uint)registration]);
        return connection?.Registration == registration ? connection : null;
    }

    public void Remove(ulong registration)
    {
        lock (_gate)
        {
            _connections[(uint)registration] = null;
            _free.Push((int)(uint)registration);
        }
    }
}
