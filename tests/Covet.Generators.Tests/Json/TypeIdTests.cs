using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Json;

public sealed class TypeIdTests
{
    [Fact]
    public void Different_types_have_different_Ids_and_each_is_an_identifier()
    {
        const string Source = """
            #nullable enable
            using System.Collections.Generic;
            namespace A_ { public class B { } public class L<T> { public class I { } } public class P<T, U> { } }
            namespace A { public class _B { public class I { } } public class B { } public class L<T> { } public class L_of { } }
            public class B<T> { public class C { } }
            public class B { public class C { } }
            public class C<T> { }
            public class C<T, U> { }
            public class Fields
            {
                public A_.B f0 = null!; public A._B f1 = null!; public A.B f2 = null!; public A._B.I f3 = null!;
                public List<int>[] f4 = null!; public List<int[]> f5 = null!; public int[][] f6 = null!; public int[,] f7 = null!;
                public List<string> f8 = null!; public List<string?> f9 = null!; public string[] f10 = null!; public string?[] f11 = null!;
                public List<List<string?>> f12 = null!; public List<List<string>?> f13 = null!;
                public C<C<int>, int> f14 = null!; public C<C<int, int>> f15 = null!;
                public B<int>.C f16 = null!; public B.C f17 = null!; public B<B.C> f18 = null!; public B<B>.C f19 = null!;
                public (int a, int b) f20; public (int b, int a) f21; public (int, int) f22; public int? f23; public List<int?> f24 = null!; public A.L_of f25 = null!;
                public Dictionary<List<int>, int> f26 = null!; public List<Dictionary<int, int>> f27 = null!;
                public (int, int, int, int, int, int, int, int h, int i) f28; public (int, int, int, int, int, int, int, int h, int j) f29; public (int, int, int, int, int, int, int, int i, int h) f30;
                public (int, int, int, int, int, int, int, int, int) f31; public (int, int, int, int, int, int, int, int h) f32; public (int, int, int, int, int, int, int, int, int h) f33;
            }
            """;
        var compilation = CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText(Source, cancellationToken: TestContext.Current.CancellationToken)], References.All);
        var fields = compilation.GetTypeByMetadataName("Fields")!.GetMembers().OfType<Microsoft.CodeAnalysis.IFieldSymbol>().ToList();
        var ids = fields.ConvertAll(field => TypeId.Of(field.Type));
        Assert.Equal(34, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.True(SyntaxFacts.IsValidIdentifier(id), id));
        Assert.Equal("System_Collections_Generic_List_0of_System_Int32", TypeId.Of(((Microsoft.CodeAnalysis.IArrayTypeSymbol)fields[4].Type).ElementType));
    }
}
