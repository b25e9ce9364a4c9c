using MyThoughts.Gateway.State;
using System.Runtime.InteropServices;

namespace MyThoughts.Gateway.Traffic;

/// <summary>Maps a visitor of a route to one of 10,000 buckets, the same in every process, on every machine, for ever.</summary>
internal static class VisitorBucket
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    public static int Of(ReadOnlySpan<char> visitor, ReadOnlySpan<char> route)
    {
        // The route is part of the hash: otherwise the same visitors would be the first to move on every route.
        // U+FFFF is in no visitor and no route, so ("ab", "c") and ("a", "bc") stay apart.
        var hash = Add(Add(Add(FnvOffset, visitor), "\uFFFF"), route);
        return (int)Math.BigMul(Mix(hash), (ulong)Weight.All, out _);
    }

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var unit in MemoryMarshal.Cast<char, ushort>(text))
        {
            hash = (hash ^ (byte)unit) * FnvPrime;
            hash = (hash ^ (byte)(unit >> 8)) * FnvPrime;
        }

        return hash;
    }

    // FNV alone leaves its high bits, which pick the bucket, too much alike for ids that differ in their last digit.
    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
