// The suites, once a host. A host's tests run one after the other, so that what one test logs is not taken for another's.
[assembly: AssemblyFixture(typeof(Covet.Aot.Tests.JitHost))]
[assembly: AssemblyFixture(typeof(Covet.Aot.Tests.NativeHost))]

namespace Covet.Aot.Tests;

[Collection("jit")]
public sealed class HostOnJit(JitHost host) : HostSuite(host);

[Collection("native")]
public sealed class HostOnNative(NativeHost host) : HostSuite(host);

[Collection("jit")]
public sealed class QueryOnJit(JitHost host) : QuerySuite(host);

[Collection("native")]
public sealed class QueryOnNative(NativeHost host) : QuerySuite(host);

[Collection("jit")]
public sealed class SourcesOnJit(JitHost host) : SourcesSuite(host);

[Collection("native")]
public sealed class SourcesOnNative(NativeHost host) : SourcesSuite(host);

[Collection("jit")]
public sealed class FormOnJit(JitHost host) : FormSuite(host);

[Collection("native")]
public sealed class FormOnNative(NativeHost host) : FormSuite(host);

[Collection("jit")]
public sealed class ResultsOnJit(JitHost host) : ResultsSuite(host);

[Collection("native")]
public sealed class ResultsOnNative(NativeHost host) : ResultsSuite(host);

[Collection("jit")]
public sealed class RoutingOnJit(JitHost host) : RoutingSuite(host);

[Collection("native")]
public sealed class RoutingOnNative(NativeHost host) : RoutingSuite(host);

[Collection("jit")]
public sealed class LifetimeOnJit(JitHost host) : LifetimeSuite(host);

[Collection("native")]
public sealed class LifetimeOnNative(NativeHost host) : LifetimeSuite(host);

[Collection("jit")]
public sealed class MiddlewareOnJit(JitHost host) : MiddlewareSuite(host);

[Collection("native")]
public sealed class MiddlewareOnNative(NativeHost host) : MiddlewareSuite(host);

[Collection("jit")]
public sealed class BadInputOnJit(JitHost host) : BadInputSuite(host);

[Collection("native")]
public sealed class BadInputOnNative(NativeHost host) : BadInputSuite(host);

[Collection("jit")]
public sealed class ValidationOnJit(JitHost host) : ValidationSuite(host);

[Collection("native")]
public sealed class ValidationOnNative(NativeHost host) : ValidationSuite(host);

[Collection("jit")]
public sealed class ErrorOnJit(JitHost host) : ErrorSuite(host);

[Collection("native")]
public sealed class ErrorOnNative(NativeHost host) : ErrorSuite(host);

[Collection("jit")]
public sealed class SecurityOnJit(JitHost host) : SecuritySuite(host);

[Collection("native")]
public sealed class SecurityOnNative(NativeHost host) : SecuritySuite(host);

[Collection("jit")]
public sealed class FilterOnJit(JitHost host) : FilterSuite(host);

[Collection("native")]
public sealed class FilterOnNative(NativeHost host) : FilterSuite(host);

[Collection("jit")]
public sealed class CredentialAttackOnJit(JitHost host) : CredentialAttackSuite(host);

[Collection("native")]
public sealed class CredentialAttackOnNative(NativeHost host) : CredentialAttackSuite(host);

[Collection("jit")]
public sealed class CookieAttackOnJit(JitHost host) : CookieAttackSuite(host);

[Collection("native")]
public sealed class CookieAttackOnNative(NativeHost host) : CookieAttackSuite(host);

[Collection("jit")]
public sealed class OAuthOnJit(JitHost host) : OAuthSuite(host);

[Collection("native")]
public sealed class OAuthOnNative(NativeHost host) : OAuthSuite(host);

[Collection("jit")]
public sealed class SessionCacheOnJit(JitHost host) : SessionCacheSuite(host);

[Collection("native")]
public sealed class SessionCacheOnNative(NativeHost host) : SessionCacheSuite(host);

[Collection("jit")]
public sealed class LimitsOnJit(JitHost host) : LimitsSuite(host);

[Collection("native")]
public sealed class LimitsOnNative(NativeHost host) : LimitsSuite(host);

[Collection("jit")]
public sealed class RemoteKeysOnJit(JitHost host) : RemoteKeysSuite(host);

[Collection("native")]
public sealed class RemoteKeysOnNative(NativeHost host) : RemoteKeysSuite(host);

[Collection("jit")]
public sealed class BrowserAttackOnJit(JitHost host) : BrowserAttackSuite(host);

[Collection("native")]
public sealed class BrowserAttackOnNative(NativeHost host) : BrowserAttackSuite(host);

[Collection("jit")]
public sealed class CallerOnJit(JitHost host) : CallerSuite(host);

[Collection("native")]
public sealed class CallerOnNative(NativeHost host) : CallerSuite(host);

[Collection("jit")]
public sealed class KeyRingOnJit(JitHost host) : KeyRingSuite(host);

[Collection("native")]
public sealed class KeyRingOnNative(NativeHost host) : KeyRingSuite(host);

[Collection("jit")]
public sealed class ServerOnJit(JitHost host) : ServerSuite(host);

[Collection("native")]
public sealed class ServerOnNative(NativeHost host) : ServerSuite(host);

[Collection("jit")]
public sealed class ContinueOnJit(JitHost host) : ContinueSuite(host);

[Collection("native")]
public sealed class ContinueOnNative(NativeHost host) : ContinueSuite(host);

[Collection("jit")]
public sealed class OpenApiOnJit(JitHost host) : OpenApiSuite(host);

[Collection("native")]
public sealed class OpenApiOnNative(NativeHost host) : OpenApiSuite(host);

[Collection("jit")]
public sealed class LostUpdateOnJit(JitHost host) : LostUpdateSuite(host);

[Collection("native")]
public sealed class LostUpdateOnNative(NativeHost host) : LostUpdateSuite(host);

[Collection("jit")]
public sealed class RefreshAgeOnJit(JitHost host) : RefreshAgeSuite(host);

[Collection("native")]
public sealed class RefreshAgeOnNative(NativeHost host) : RefreshAgeSuite(host);

[Collection("jit")]
public sealed class IdempotencyBoundsOnJit(JitHost host) : IdempotencyBoundsSuite(host);

[Collection("native")]
public sealed class IdempotencyBoundsOnNative(NativeHost host) : IdempotencyBoundsSuite(host);

[Collection("jit")]
public sealed class ConditionalOnJit(JitHost host) : ConditionalSuite(host);

[Collection("native")]
public sealed class ConditionalOnNative(NativeHost host) : ConditionalSuite(host);

[Collection("jit")]
public sealed class IdempotentFormOnJit(JitHost host) : IdempotentFormSuite(host);

[Collection("native")]
public sealed class IdempotentFormOnNative(NativeHost host) : IdempotentFormSuite(host);

[Collection("jit")]
public sealed class FormAttackOnJit(JitHost host) : FormAttackSuite(host);

[Collection("native")]
public sealed class FormAttackOnNative(NativeHost host) : FormAttackSuite(host);
