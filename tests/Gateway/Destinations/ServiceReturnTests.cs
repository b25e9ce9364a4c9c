using MyThoughts.Gateway.Destinations;
using MyThoughts.Gateway.State;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Tests.Destinations;

internal sealed class ServiceReturnTests
{
    private static readonly IReadOnlyList<DestinationState> Nobody = [];
    private static readonly IReadOnlyList<DestinationState> One = [new("1")];

    private readonly Stopwatch clock = new();

    [Test]
    public void A_service_that_was_never_away_has_its_whole_share()
    {
        var service = Service();
        service.See(One);
        service.Share().Should().Be(Weight.All);
    }

    [Test]
    public void A_service_that_comes_back_gets_its_share_in_30_seconds_and_never_less_than_before()
    {
        var service = Service();
        service.See(Nobody);
        clock.Pass(100);
        service.See(One);
        var shares = new List<int>();
        for (var second = 0; second <= 31; second++)
        {
            shares.Add(service.Share());
            clock.Pass(1);
            service.See(One);
        }
        shares[0].Should().Be(0);
        shares[15].Should().Be(5_000);
        shares[30].Should().Be(Weight.All);
        shares.Should().BeInAscendingOrder();
    }

    [Test]
    public void One_that_goes_again_begins_again()
    {
        var service = Service();
        service.See(Nobody);
        service.See(One);
        clock.Pass(29);
        service.See(Nobody);
        service.See(One);
        service.Share().Should().Be(0);
    }

    [Test]
    public void A_destination_in_maint_does_not_stand_in_for_one_that_is_away()
    {
        var service = Service();
        service.Close(["1"]);
        service.See([new("1"), new("2")]);
        service.See(One);
        service.See([new("1"), new("2")]);
        service.Share().Should().Be(0);
    }

    [Test]
    public void Without_easing_it_has_its_share_at_once()
    {
        var service = new Returns(clock, TimeSpan.Zero).Of("search");
        service.See(Nobody);
        service.See(One);
        service.Share().Should().Be(Weight.All);
    }

    private ServiceReturn Service() => new Returns(clock, Returns.DefaultLength).Of("search");

    private sealed class Stopwatch : TimeProvider
    {
        private long ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public void Pass(int seconds) => ticks += seconds * TimeSpan.TicksPerSecond;
    }
}
