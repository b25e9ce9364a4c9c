namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>The encoding of a token's parts.</summary>
internal static class Base64Url
{
    public static byte[] Decode(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    public static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    public static string Encode(string text) => Encode(System.Text.Encoding.UTF8.GetBytes(text));
}
