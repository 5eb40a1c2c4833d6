using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests.Handlers;

/// <summary>Declarations that the compiler refuses for another reason than a type that is not there: the error is the compiler's, at the user's own line.</summary>
public sealed class BrokenDeclarationTests
{
    private const string Fine = "\n[Handler(\"fine\")] public sealed class FineHandler { [Post] public FineAnswer Post(FineAnswer x) => x; } public sealed record FineAnswer(string Text);";

    public static TheoryData<string> Sources =>
    [
        // Names that are there twice.
        "[Handler(\"a\")] public sealed class H { [Get] public string Get() => \"\"; } [Handler(\"b\")] public sealed class H { [Get(\"x\")] public string Get() => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get() => \"\"; [Get(\"b\")] public string Get() => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get(int x) => \"\"; [Get(\"b\")] public int Get(int y) => 1; }",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get(int x, int x) => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Post] public Item Post(Item x) => x; } public sealed record Item(int X); public sealed record Item(string Y);",
        "[Handler(\"a\")] public sealed class H { [Post] public Item Post(Item x) => x; } public sealed record Item(int X, int X);",
        "[Handler(\"a\")] public sealed class H { [Post] public Item Post(Item x) => x; } public sealed class Item { public int X { get; set; } public string X { get; set; } = \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Post] public Item Post(Item x) => x; } public sealed class Item { public int X { get; set; } public string X() => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Post] public E Post(E x) => x; } public enum E { A, A, B }",
        "[Handler(\"a\")] public sealed class H(int x, int x) { [Get] public string Get() => \"\"; }",
        "[Handler(\"a\")] public sealed class H(TimeProvider clock) { public H(TimeProvider clock) { } [Get] public string Get() => \"\"; }",
        "[Singleton] public sealed class S; [Singleton] public sealed class S;",
        "[Singleton] public sealed class S { public S(int x) { } public S(int y) { } }",
        "[Handler(\"a\"), Handler(\"b\")] public sealed class H { [Get] public string Get() => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get([AsParameters] P p) => \"\"; } public sealed record P(int X, int X, string Y) { public string Y { get; set; } = \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Post] public string Get([FromForm] P p) => \"\"; } public sealed class P { public int X { get; set; } public int X { get; set; } }",

        // Bases.
        "[Handler(\"a\")] public class A : B { [Get] public string Get() => \"\"; } public class B : A;",
        "[Handler(\"a\")] public sealed class H { [Post] public A Post(A a) => a; } public class A : B { public int X { get; set; } } public class B : A;",
        "[Handler(\"a\")] public sealed class H { [Get] public A? Get() => null; } public interface A : B { int X { get; } } public interface B : A;",
        "[Singleton<A>] public class S : A; public interface A : B; public interface B : A;",
        "public sealed class Base; [Handler(\"a\")] public sealed class H : Base { [Get] public string Get() => \"\"; }",
        "[Handler(\"a\")] public sealed class H : IDisposable { [Get] public string Get() => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Post] public Item Post(Item a) => a; } public sealed class Item : IEnumerable<int>;",
        "[Handler(\"a\")] public sealed class H { [Post] public Item Post(Item a) => a; } public sealed class Item : ICollection<int> { public IEnumerator<int> GetEnumerator() => null!; }",
        "[Singleton<IDisposable>] public sealed class S : IDisposable;",
        "public abstract class B { [Get] public abstract string Get(); [Post] public virtual string Post() => \"\"; } [Handler(\"a\")] public sealed class H : B { public override int Post() => 1; }",
        "public struct S : Exception { public int X { get; set; } } [Handler(\"a\")] public sealed class H { [Post] public S Post(S a) => a; }",
        "public record R(int X); public class C : R { public int Y { get; set; } } [Handler(\"a\")] public sealed class H { [Post] public C Post(C a) => a; }",

        // Parts that are not partial.
        "[Handler(\"a\")] public sealed partial class H { [Get] public string Get() => \"\"; } public sealed class H { [Post] public string Post() => \"\"; }",
        "public partial class Item { public int X { get; set; } } public class Item { public int Y { get; set; } } [Handler(\"a\")] public sealed class H { [Post] public Item Post(Item a) => a; }",
        "[Handler(\"a\")] public sealed partial class H { [Get] public partial string Get(); }",
        "[Handler(\"a\")] public sealed partial class H { [Get] public partial string Get() => \"\"; }",

        // What cannot be named.
        "[Handler(\"a\")] public sealed class H { private sealed class P; [Get] public string Get([FromServices] P p) => \"\"; [Post] public P Post(P p) => p; }",
        "[Handler(\"a\")] public class H { protected class P; [Get] public string Get([FromQuery] P p) => \"\"; [Post] public List<P> Post(P[] p) => []; }",
        "file sealed record P(int X); [Handler(\"a\")] public sealed class H { [Post] public P Post(P p) => p; [Get] public string Get([AsParameters] P p) => \"\"; }",
        "public sealed class O { private sealed record P(int X); [Handler(\"a\")] internal sealed class H(P p) { [Get] public string Get() => \"\" + p; } }",
        "file interface I; [Singleton<I>] public sealed class S : I; [Singleton] public sealed class T(I i) { public object X => i; }",
        "public sealed class O { private interface I; [Singleton<I>] internal sealed class S : I; [Singleton] internal sealed class T(I i) { public object X => i; } }",
        "public sealed class O { private enum E { A } [Handler(\"a\")] internal sealed class H { [Get] public string Get(E e = E.A) => \"\"; } }",
        "internal sealed record P(int X); [Handler(\"a\")] public sealed class H { [Post] public P Post(P p) => p; }",
        "public sealed class Item { private sealed class P; public P X { get; set; } } [Handler(\"a\")] public sealed class H { [Post] public Item Post(Item a) => a; }",

        // What cannot be a parameter or a result.
        "[Handler(\"a\")] public sealed class H { [Get] public string Get(Math x) => \"\"; [Post] public Math Post() => null!; [Put] public List<Math> Put(List<Math> x) => x; }",
        "[Handler(\"a\")] public sealed class H(Math x) { [Get] public string Get() => \"\" + x; }",
        "[Singleton] public sealed class S(Math x) { public object X => x; }",
        "public static class St; [Singleton<St>] public sealed class S; [Handler(\"a\"), Filter<St>] public sealed class H { [Get] public string Get() => \"\"; }",
        "[Handler(\"a\")] public static class H { [Get] public string Get() => \"\"; }",
        "public ref struct R { public int X { get; set; } } [Handler(\"a\")] public sealed class H { [Post] public List<R> Post(List<R> x) => x; [Get] public Task<R> Get() => null!; }",
        "[Handler(\"a\")] public sealed class H { [Post] public int* Post(int* x) => x; [Get] public List<int*> Get(void* x) => null!; }",
        "[Handler(\"a\")] public sealed class H { [Get] public List<void> Get() => null!; [Post] public string Post(void x) => \"\"; [Put] public void[] Put() => null!; }",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get(out int x) => \"\"; [Post] public ref int Post() => throw new InvalidOperationException(); }",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get(int x = \"a\", string y = 5, Guid z = 7, params int q) => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get(int x = 1, string y) => \"\"; [Post] public string Post(this int x) => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get(int x = Other.Value) => \"\"; } public static class Other { public static int Value => 5; }",
        "[Handler(\"a\")] public sealed class H { [Get(Other.Path)] public string Get() => \"\"; [Post(Name = Other.Path)] public string Post() => \"\"; } public static class Other { public static string Path => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Get(\"{x}\", \"y\")] public string Get() => \"\"; [Post(5)] public string Post() => \"\"; [Put(Nothing = 1)] public string Put() => \"\"; [Verb] public string V() => \"\"; }",

        // Names of several meanings, and type arguments that do not fit.
        "namespace A { public sealed class Twice; } namespace B { public sealed class Twice; } namespace C { using A; using B; [Handler(\"a\")] public sealed class H(Twice t) { [Post] public Twice Post(Twice x) => t; } [Singleton<Twice>] public sealed class S(Twice t) { public object X => t; } }",
        "public sealed record Pair<T>(T A); [Handler(\"a\")] public sealed class H { [Post] public Pair Post(Pair<int, int> x) => x; [Get] public Pair<> Get() => null!; [Put] public int<string> Put() => 1; }",
        "public sealed record Pair<T>(T A) where T : struct; [Handler(\"a\")] public sealed class H { [Post] public Pair<string> Post(Pair<string> x) => x; }",
        "public sealed record Pair<T>(T A) where T : class; [Handler(\"a\")] public sealed class H { [Post] public Pair<int> Post(Pair<int> x) => x; }",
        "public sealed record Pair<T>(T A) where T : IComparable<T>, new(); [Handler(\"a\")] public sealed class H { [Post] public List<Pair<Uri>> Post(List<Pair<Uri>> x) => x; }",
        "[Handler(\"a\")] public sealed class H { [Post] public string? Post(Nullable<string> x) => null; [Get] public string Get(int?? x) => \"\"; }",
        "public interface IThing<T> where T : struct; [Singleton<IThing<string>>] public sealed class S : IThing<string>; [Handler(\"a\")] public sealed class H(IThing<string> t) { [Get] public string Get() => \"\" + t; }",
        "[Singleton(ServiceType = typeof(IThing<,>))] public sealed class S<T>; public interface IThing<T>;",
        "[Handler(\"a\"), Filter<int, int>, MapException<int>(404)] public sealed class H { [Get, Filter, MapException<string>(1)] public string Get() => \"\"; }",

        // Unfinished.
        "[Handler(\"a\")] public sealed class H { [Get] public string Get(",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get() => ",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get(int) => \"\"; [Get(\"b\")] public string (int x) => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get(int x, ) => \"\"; [Post] public Post(Item x) => x; [Put] public string Put(List< x) => \"\"; }",
        "[Handler(\"a\")] public sealed class { [Get] public string Get() => \"\"; } [Singleton] public class;",
        "[Handler(\"a] public sealed class H { [Get] public string Get() => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Get public string Get() => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Get(] public string Get() => \"\"; [] public string Other() => \"\"; }",
        "[Handler(\"a\")] public sealed class H { [Post] public Item Post(Item x) => x; } public sealed record Item(int, string Y, { get; set; });",
        "[Handler(\"a\")] public sealed class H { [Post] public Item Post(Item x) => x; } public sealed class Item { public int { get; set; } public X { get; set; } public string Y { } public int Z { get; set } }",
        "[Handler(\"a\")] public sealed class H { [Post] public E Post(E x) => x; } public enum E { A = , B = A B }",
        "[Handler(\"a\")] public sealed class H { [Get] string Get() => \"\"; [Post] public async string Post() => \"\"; [Put] public abstract string Put(); [Delete] public extern string Delete(); }",
        "[Singleton<>] public sealed class S; [Singleton<] public sealed class T; [Scoped(] public sealed class U;",
        "namespace A.B { [Handler(\"a\")] public sealed class H { [Get] public string Get() => \"\"; ",
        "[Handler(\"a\")] public sealed class H { [Get] public string Get() => CovetJson.Serialize(new Item(1)); } public sealed record Item(int X) public sealed record Other(int Y);",
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void What_the_compiler_refuses_is_its_error_at_the_users_line(string source)
    {
        var run = GeneratorTestHelper.RunRandom("using Covet;" + Fine + "\n" + source);
        var faults = run.FaultsOutsideOfUsersFiles();
        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(10)) + "\n" + GeneratorRun.Describe(faults));
        Assert.Contains(run.FileNames, name => name.StartsWith("Endpoint.FineHandler", StringComparison.Ordinal));
        Assert.True(run.Output.GetDiagnostics(TestContext.Current.CancellationToken).Any(d => d.Severity == DiagnosticSeverity.Error) || !run.Diagnostics.IsEmpty, "This source is in order.");
    }
}
