using MyThoughts.Chassis.Seeding;

namespace MyThoughts.Thoughts.Seed;

/// <summary>The words of every script. They look like the languages and mean nothing.</summary>
internal static class Vocabularies
{
    public static IReadOnlyDictionary<SeedScript, Vocabulary> Make() => new Dictionary<SeedScript, Vocabulary>
    {
        [SeedScript.Latin] = Vocabulary.Make(11, 30_000,
            "the to a of and I in is it you that for my on with this was be have are not so at but we me just all like what out up if do they from one can about your when get how time more day no will good day now new as today people who some there really had know has want by think she he go been them see then back why never only because our good tea bread rain train book coffee garden music city morning night window river house bicycle letter winter summer",
            "ba be bo bra can cer con da de den dor el en er fa fen fi for ga gen go gra han hel in ing ist ka ken la len li lo lor ma men mi mon na nel ni no or pa per pi pla ra ren ri ro sa sel shi so sta ta ten ter ti tor tra u un va ver vi wa wen wi ya zo"),
        [SeedScript.Accented] = Vocabulary.Make(12, 12_000,
            "de la que el en y un ser se no les das und ich nicht für über mañana été où ça être naïve größe straße schön señor niño garçon być się też jest på ett är och för você não são",
            "á é í ó ú ñe çã ße lä bö tü nå sø žé ří šá čo ło ką śni jé ma re no sa le ti go van der el que bon di che gra mo pel"),
        [SeedScript.Cyrillic] = Vocabulary.Make(13, 8_000,
            "и в не на я что он с как это по но они мы все она так его только был вот от меня ещё нет когда уже для день утро чай хлеб снег",
            "ба ве го да е жи за ка ле ми но по ра со ту ло ни ста при вер ко мо ре на ви ще ры ня"),
        [SeedScript.Greek] = Vocabulary.Make(14, 5_000,
            "και το να του η της με που την από για είναι στο δεν θα μου τι σήμερα καλημέρα ψωμί θάλασσα",
            "α βε γι δο ει ζα θε κα λο μι νη ξε πο ρα σι τα υ φω χα ψι ού ία έν"),
        [SeedScript.Arabic] = Vocabulary.Make(15, 6_000,
            "في من على أن إلى هذا لا ما هو كان مع كل اليوم صباح الخير قهوة خبز مطر كتاب",
            "با تا سا را لا ما نا كا ال ين ون ري سي مي حد قل عم شر خب جم"),
        [SeedScript.Devanagari] = Vocabulary.Make(16, 6_000,
            "है में के और का की यह हैं को से मैं नहीं आज चाय सुबह किताब बारिश",
            "का की रा ना मा ता सा ला दि नि पु सु के मे हो जा वी शा ग्रा प्र"),
        [SeedScript.Chinese] = Vocabulary.Make(17, 8_000,
            "的 我 是 了 不 在 你 有 他 这 今天 早上 我们 没有 喜欢 天气 面包 咖啡 火车 音乐 朋友 时间 城市",
            "山 水 火 木 金 土 日 月 星 云 雨 雪 风 花 鸟 鱼 马 牛 羊 书 画 诗 茶 酒 米 城 门 桥 路 车 船 灯 手 心 口 目 春 夏 秋 冬 东 西 南 北 中 新 老 小 大", hasSpaces: false),
        [SeedScript.Japanese] = Vocabulary.Make(18, 8_000,
            "の に は を た が で て と し です ます 今日 明日 朝 お茶 パン コーヒー 電車 音楽 好き 友達",
            "あ い う か き く さ し す た ち つ な に の は ひ ま み も や ゆ よ ら り る わ ん カ キ ト ラ ン ス ル 山 川 空 花 雨 本 人 町 駅 犬 猫", hasSpaces: false),
        [SeedScript.Korean] = Vocabulary.Make(19, 6_000,
            "이 그 저 나는 오늘 아침 커피 빵 비가 책을 친구 정말 좋은 그리고 하지만 우리",
            "가 나 다 라 마 바 사 아 자 차 하 고 노 도 로 모 보 소 오 조 기 니 디 리 미 비 시 지 한 은 는 을"),
    };
}
