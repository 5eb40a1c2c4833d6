using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests;

/// <summary>How long a comparison takes says nothing of a secret: in the runtime's security, whatever is no secret is listed, and all else is compared in fixed time.</summary>
public sealed class SecretComparisonTests
{
    // What is compared in any time, and why that tells nobody anything.
    private static readonly Dictionary<string, string> NoSecrets = new(StringComparer.Ordinal)
    {
        ["AbsoluteExpiry.cs: name == scheme"] = "names of schemes",
        ["CallerName.cs: OfOneToken.Contains(claim.Type)"] = "types of claims",
        ["CovetJwtBearerHandler.cs: text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)"] = "the word Bearer",
        ["CovetOpenIdHandler.cs: party != Options.ClientId"] = "a client has a public name",
        ["IdempotentAttribute.cs: known.Fingerprint != fingerprint"] = "hashes of two requests of one caller",
        ["IdempotentHeaders.cs: OfOneExchange.Contains(h.Key)"] = "names of headers",
        ["IdempotentHeaders.cs: old == h.Value"] = "headers of one answer, before and after its endpoint",
        ["InlineChecks.cs: claim.Type.Equals(type, StringComparison.OrdinalIgnoreCase)"] = "types of claims",
        ["InlineChecks.cs: values.Contains(claim.Value)"] = "a claim that was verified, and what an endpoint asks for",
        ["JwtEcKey.cs: parameters.Curve.Oid.Value != CurveOf(algorithm).Oid.Value"] = "names of curves",
        ["JwtIssuer.cs: Reserved.Contains(group.Key)"] = "types of claims",
        ["JwtKeySet.cs: string.Equals(key.KeyId, header.KeyId, StringComparison.Ordinal)"] = "names of keys, which every token shows",
        ["JwtPolicy.cs: bare.Equals(known, StringComparison.OrdinalIgnoreCase)"] = "types of tokens",
        ["JwtValidationOptions.cs: uri.Scheme != Uri.UriSchemeHttps"] = "http or https",
        ["JwtValidator.cs: token[..first].SequenceEqual(entry.Text)"] = "headers of tokens, which name algorithm and key",
        ["KeyFile.cs: lines[0] != (wrappingKey is null ? Plain : Wrapped)"] = "the first line of a file, which says its form",
        ["MemoryRefreshTokenStore.cs: r.FamilyId == familyId"] = "both from the store: no caller ever sends one",
        ["MemoryRefreshTokenStore.cs: r.Subject == subject"] = "names of users",
        ["NameSet.cs: string.Equals(names[i], name, StringComparison.Ordinal)"] = "names of claims",
        ["OptionCheck.cs: name != scheme"] = "names of schemes",
        ["PermissionHandler.cs: claim.Type == claimType"] = "types of claims",
        ["PermissionHandler.cs: claim.Type == identity.RoleClaimType"] = "types of claims",
        ["PermissionHandler.cs: granted.Contains(permission)"] = "names of permissions",
        ["PermissionHandler.cs: permissions.Contains(claim.Value)"] = "names of permissions",
        ["PermissionListing.cs: granted.Contains(permission)"] = "names of permissions",
        ["RemoteJwtKeys.cs: string.Equals(discovery.Issuer.TrimEnd('/'), authority.TrimEnd('/'), StringComparison.Ordinal)"] = "addresses of issuers",
        ["RemoteJwtKeys.cs: uri.Scheme != Uri.UriSchemeHttp"] = "http or https",
        ["RemoteJwtKeys.cs: uri.Scheme != Uri.UriSchemeHttps"] = "http or https",
        ["RequestLogAttribute.cs: Secrets.Contains(name)"] = "names of headers and parameters",
        ["ScopeRequirement.cs: granted[range].SequenceEqual(scope)"] = "names of scopes",
    };

    // Passwords, API keys, the nonce and the hash of an access token, and HMACs. Refresh tokens are looked up by their hash.
    private static readonly string[] Secrets =
    [
        "PasswordHash.cs: CryptographicOperations.FixedTimeEquals(computed, Hash)",
        "ApiKeyHandler.cs: CryptographicOperations.FixedTimeEquals(bytes, Encoding.ASCII.GetBytes(key.Hash))",
        "CovetOpenIdHandler.cs: CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right))",
        "JwtHmacKey.cs: CryptographicOperations.FixedTimeEquals(expected[..length], signature)",
    ];

    [Fact]
    public void Secrets_are_compared_in_fixed_time_and_what_is_compared_otherwise_is_none()
    {
        var layers = SourceLayers.Load("Covet.Runtime", null, LayerTests.RuntimeUsings, References.All.Where(r => Path.GetFileName(r.Display) != "Covet.Runtime.dll"));
        Assert.Empty(layers.Unbound());
        var found = (from tree in layers.Compilation.SyntaxTrees
                     let file = Repository.Relative(tree.FilePath)
                     where file.StartsWith("Covet.Runtime/Security/", StringComparison.Ordinal)
                     from comparison in ComparisonScan.Of(layers.Compilation, tree)
                     select (Where: $"{Path.GetFileName(file)}: {comparison.Text}", comparison.FixedTime)).ToList();

        var others = found.Where(c => !c.FixedTime).Select(c => c.Where).ToHashSet(StringComparer.Ordinal);
        Assert.True(others.SetEquals(NoSecrets.Keys), "not listed:\n" + string.Join('\n', others.Except(NoSecrets.Keys)) + "\ngone:\n" + string.Join('\n', NoSecrets.Keys.Except(others)));
        Assert.Equal(Secrets.Order(StringComparer.Ordinal), found.Where(c => c.FixedTime).Select(c => c.Where).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("secret == sent")]
    [InlineData("sent != secret")]
    [InlineData("string.Equals(secret, sent, System.StringComparison.Ordinal)")]
    [InlineData("secret.Equals(sent)")]
    [InlineData("System.StringComparer.Ordinal.Equals(secret, sent)")]
    [InlineData("secret.StartsWith(sent)")]
    [InlineData("string.CompareOrdinal(secret, sent) == 0")]
    [InlineData("bytes.AsSpan().SequenceEqual(more)")]
    [InlineData("System.Linq.Enumerable.SequenceEqual(bytes, more)")]
    [InlineData("secret.AsSpan().SequenceEqual(sent)")]
    [InlineData("known.Contains(secret)")]
    [InlineData("header == secret")]
    [InlineData("System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(bytes, more)")]
    public void The_scan_finds_what_it_is_for(string expression) => Assert.Equal([expression.Replace(" == 0", "", StringComparison.Ordinal)], Scan(expression));

    [Theory]
    [InlineData("secret == \"\"")]
    [InlineData("secret == null")]
    [InlineData("bytes.AsSpan().SequenceEqual(\"v1\"u8)")]
    [InlineData("secret.Length == sent.Length")]
    [InlineData("secret.StartsWith(\"v1\")")]
    [InlineData("secret.IndexOf('.') == 3")]
    [InlineData("bytes[0] == more[0]")]
    public void The_scan_lets_constants_lengths_and_single_bytes_pass(string expression) => Assert.Empty(Scan(expression));

    private static IEnumerable<string> Scan(string expression)
    {
        var tree = CSharpSyntaxTree.ParseText(
            $$"""
            using System;
            static class C
            {
                static bool F(string secret, string sent, byte[] bytes, byte[] more, System.Collections.Generic.List<string> known, Microsoft.Extensions.Primitives.StringValues header) => {{expression}};
            }
            """,
            cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Scanned", [tree], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        return ComparisonScan.Of(compilation, tree).Select(c => c.Text);
    }
}
