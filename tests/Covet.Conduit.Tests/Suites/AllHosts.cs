namespace Covet.Conduit.Tests.Suites;

public sealed class AccountOnJitEmbedded(JitEmbedded host) : AccountSuite(host);

public sealed class AccountOnJitPostgres(JitPostgres host) : AccountSuite(host);

public sealed class AccountOnNativeEmbedded(NativeEmbedded host) : AccountSuite(host);

public sealed class AccountOnNativePostgres(NativePostgres host) : AccountSuite(host);

public sealed class ProfileOnJitEmbedded(JitEmbedded host) : ProfileSuite(host);

public sealed class ProfileOnJitPostgres(JitPostgres host) : ProfileSuite(host);

public sealed class ProfileOnNativeEmbedded(NativeEmbedded host) : ProfileSuite(host);

public sealed class ProfileOnNativePostgres(NativePostgres host) : ProfileSuite(host);

public sealed class ArticleOnJitEmbedded(JitEmbedded host) : ArticleSuite(host);

public sealed class ArticleOnJitPostgres(JitPostgres host) : ArticleSuite(host);

public sealed class ArticleOnNativeEmbedded(NativeEmbedded host) : ArticleSuite(host);

public sealed class ArticleOnNativePostgres(NativePostgres host) : ArticleSuite(host);

public sealed class CommentOnJitEmbedded(JitEmbedded host) : CommentSuite(host);

public sealed class CommentOnJitPostgres(JitPostgres host) : CommentSuite(host);

public sealed class CommentOnNativeEmbedded(NativeEmbedded host) : CommentSuite(host);

public sealed class CommentOnNativePostgres(NativePostgres host) : CommentSuite(host);
