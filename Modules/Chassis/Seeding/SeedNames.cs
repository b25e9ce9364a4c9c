using System.Globalization;

namespace MyThoughts.Chassis.Seeding;

/// <summary>
/// The names of generated users, in several scripts. Users writes the accounts and Thoughts the authors, and neither sees the other's
/// tables: both take the names from here. All are in Unicode normalization form C, and no two are the same whatever the case.
/// </summary>
/// <param name="seed">The seed of the data.</param>
public sealed class SeedNames(ulong seed)
{
    private const ulong Scripts = 2;

    private static readonly (SeedScript Script, string[] First, string[] Last)[] Parts =
    [
        (SeedScript.Latin,
            Words("ada alex amir anna ben carla daniel elena emma finn grace hugo ida ines jack kim laura leo lucy maria max mia nina noah olga omar paul rosa sam tom"),
            Words("adams baker brown carter clark cooper davis evans fisher green harris hill hughes king lee marsh moore novak owen park price reed ross shaw stone taylor turner walsh ward young")),
        (SeedScript.Accented,
            Words("andré björn chloé françois inés jürgen łukasz mónica noël øyvind renée søren tomáš zoë žofie"),
            Words("åberg çelik dvořák garcía gómez hämäläinen kovács lévy müller nuñez öztürk peña şahin strauß żak")),
        (SeedScript.Cyrillic, Words("анна борис вера глеб дарья егор иван мария ольга павел"), Words("волков зайцева иванов крылова лебедев морозова новиков орлова попов соколова")),
        (SeedScript.Greek, Words("άννα γιώργος ελένη κώστας μαρία νίκος"), Words("αγγέλου βλάχος δήμου κανάκης παππά ράλλης")),
        (SeedScript.Arabic, Words("أحمد ليلى مريم عمر سارة يوسف"), Words("حداد خليل منصور نجار صالح عيسى")),
        (SeedScript.Devanagari, Words("अमित नेहा राहुल सीता मोहन"), Words("शर्मा वर्मा गुप्ता सिंह मिश्रा")),
        (SeedScript.Chinese, Words("李娜 王伟 张敏 刘洋 陈静"), Words("北京 上海 成都 广州 杭州")),
        (SeedScript.Japanese, Words("さくら はると ゆい みなと ひなた"), Words("佐藤 鈴木 高橋 田中 渡辺")),
        (SeedScript.Korean, Words("민준 서연 지우 하은 도윤"), Words("김가 이가 박가 최가 정가")),
    ];

    /// <summary>The name of a user.</summary>
    /// <param name="user">The user's number, from 0.</param>
    /// <returns>The name as people see it.</returns>
    public string NameOf(int user)
    {
        var (_, first, last) = Parts[PartOf(user)];
        // What makes it another name than everybody else's is the number at its end.
        var own = SplitMix64.Of(seed, Scripts, (ulong)user);
        own.Next();
        return string.Create(CultureInfo.InvariantCulture, $"{first[own.Below(first.Length)]}.{last[own.Below(last.Length)]}{user + 1}");
    }

    /// <summary>In which script a user writes.</summary>
    /// <param name="user">The user's number, from 0.</param>
    /// <returns>The script.</returns>
    public SeedScript ScriptOf(int user) => Parts[PartOf(user)].Script;

    private int PartOf(int user) => SplitMix64.Of(seed, Scripts, (ulong)user).Below(100) switch
    {
        < 56 => 0,
        < 71 => 1,
        < 79 => 2,
        < 82 => 3,
        < 86 => 4,
        < 89 => 5,
        < 93 => 6,
        < 97 => 7,
        _ => 8,
    };

    private static string[] Words(string words) => words.Split(' ');
}

/// <summary>The scripts of generated users.</summary>
public enum SeedScript
{
    /// <summary>The 26 letters.</summary>
    Latin,

    /// <summary>Latin letters, many with accents.</summary>
    Accented,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Greek.</summary>
    Greek,

    /// <summary>Arabic, from right to left.</summary>
    Arabic,

    /// <summary>Devanagari, with vowel signs that are code points of their own.</summary>
    Devanagari,

    /// <summary>Chinese, without spaces.</summary>
    Chinese,

    /// <summary>Japanese, without spaces.</summary>
    Japanese,

    /// <summary>Korean.</summary>
    Korean,
}
