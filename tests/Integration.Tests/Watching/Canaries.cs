namespace EcommerceBot.Integration.Tests.Watching;

/// <summary>Words that occur nowhere else: where one turns up, something leaked.</summary>
internal static class Canaries
{
    public const string Phone = "15550198765";
    public const string Name = "Zyxquana";
    public const string Street = "Quorblestraat";
    public const string Text = "vlimmerpetzel";
    public const string Token = "EAAcanarytoken0123456789";
    public const string AppSecret = "canaryappsecret0123456789";
    public const string PreviousAppSecret = "canaryoldsecret0123456789";
    public const string AdminKey = "canaryadminkey0123456789";
    public const string PreviousAdminKey = "canaryoldadminkey0123456789";
    public const string VerifyToken = "verify-me";
    public const string ProfilingToken = "canaryprofilingtoken0123456789";
    public const string SeqKey = "canaryseqkey0123456789";

    public static readonly string[] All =
        [Phone, Name, Street, Text, Token, AppSecret, PreviousAppSecret, AdminKey, PreviousAdminKey, VerifyToken, ProfilingToken, SeqKey];
}
