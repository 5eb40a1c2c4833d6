namespace Covet;

/// <summary>
/// Puts a filter around the endpoints of a method, a class or an assembly. The generator composes filters into plain calls
/// at build: those of the assembly outside of those of the class, these outside of those of the method, and on one target
/// in the order in which they are written. A filter's constructor is filled from services, like a handler's.
/// </summary>
/// <typeparam name="T">
/// An <see cref="ICallFilter"/> for every signature, an <see cref="ICallFilter{TArguments, TResult}"/> for one, or an
/// <see cref="IEndpointFilter"/> of ASP.NET Core.
/// </typeparam>
/// <example><code>[Handler("/orders"), Filter&lt;AuditFilter&gt;] public sealed class OrderHandler { ... }</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class FilterAttribute<T> : Attribute
    where T : class
{
}
