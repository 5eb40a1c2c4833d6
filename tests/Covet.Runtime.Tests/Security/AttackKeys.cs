using System.Security.Cryptography;

namespace Covet.Runtime.Tests.Security;

/// <summary>The keys that the application under attack accepts.</summary>
/// <param name="Hmac">HS256, named <c>hmac</c>.</param>
/// <param name="Rsa">RS256, named <c>rsa</c>.</param>
/// <param name="Ec">ES256, named <c>ec</c>.</param>
/// <param name="Future">How many seconds are too far in the future: 31 on a clock that stands still, more on one that runs.</param>
internal sealed record AttackKeys(JwtKey Hmac, RSA Rsa, ECDsa Ec, int Future);
