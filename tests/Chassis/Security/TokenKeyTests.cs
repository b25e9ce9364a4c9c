using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Chassis.Tests.Security;

public sealed class TokenKeyTests
{
    // RFC 7515, appendix A.2.
    private const string SignedOfRfc = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    private const string SignatureOfRfc =
        "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQ"
        + "jbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqt"
        + "FZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

    private const string ModulusOfRfc =
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_"
        + "YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uD"
        + "Zlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";

    [Test]
    public void The_example_of_rfc_7515_verifies()
    {
        var key = new JsonWebKey("RSA", null, null, null, ModulusOfRfc, "AQAB").ToTokenKey()!;
        var signature = Base64Url.DecodeFromChars(SignatureOfRfc);
        key.Verifies(Encoding.ASCII.GetBytes(SignedOfRfc), signature).Should().BeTrue();
        key.Verifies(Encoding.ASCII.GetBytes(SignedOfRfc + "A"), signature).Should().BeFalse();
        signature[^1] ^= 1;
        key.Verifies(Encoding.ASCII.GetBytes(SignedOfRfc), signature).Should().BeFalse();
    }

    [TestCase(0), TestCase(1), TestCase(255), TestCase(257), TestCase(4096)]
    public void A_signature_of_the_wrong_size_is_a_wrong_signature(int size)
    {
        using var rsa = RSA.Create(2048);
        TestTokens.PublicHalf(rsa).Verifies([1, 2, 3], new byte[size]).Should().BeFalse();
    }

    [Test]
    public void The_thumbprint_is_that_of_rfc_7638()
    {
        const string modulus =
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W"
            + "-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08q"
            + "NLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
        using var rsa = RSA.Create();
        rsa.ImportParameters(new() { Modulus = Base64Url.DecodeFromChars(modulus), Exponent = [1, 0, 1] });
        TokenKey.Thumbprint(rsa).Should().Be("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    [Test]
    public void Pem_files_of_both_kinds_are_read()
    {
        using var rsa = RSA.Create(2048);
        TokenKey.FromPem(rsa.ExportSubjectPublicKeyInfoPem()).Id.Should().BeNull();
        TokenKey.FromPem(rsa.ExportRSAPublicKeyPem()).Id.Should().BeNull();
    }

    [Test]
    public void Private_short_and_foreign_keys_are_refused()
    {
        using var rsa = RSA.Create(2048);
        using var shortKey = RSA.Create(1024);
        using var curve = ECDsa.Create();
        string[] pems = [rsa.ExportPkcs8PrivateKeyPem(), shortKey.ExportSubjectPublicKeyInfoPem(), curve.ExportSubjectPublicKeyInfoPem(), "no key", ""];
        foreach (var pem in pems)
        {
            var read = () => TokenKey.FromPem(pem);
            read.Should().Throw<CryptographicException>(pem);
        }
    }

    [Test]
    public void Of_a_key_set_only_keys_that_can_check_our_tokens_are_taken()
    {
        using var rsa = RSA.Create(2048);
        var good = JsonWebKey.Of("good", rsa);
        var set = new JsonWebKeySet(
        [
            good with { KeyType = "EC" }, good with { Use = "enc" }, good with { Algorithm = "RS512" }, good with { Modulus = "!" },
            good with { Modulus = "AQAB" }, good with { Exponent = null }, good, .. Enumerable.Repeat(good, 100),
        ]);
        set.ToTokenKeys().Should().HaveCount(32).And.OnlyContain(key => key.Id == "good");
    }
}
