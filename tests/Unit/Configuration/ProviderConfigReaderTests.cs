using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Configuration;

public sealed class ProviderConfigReaderTests
{
    private const string Here = "/project";
    private const string Home = "/home/me";

    private readonly Dictionary<string, string> _environment = [];
    private readonly Dictionary<string, string> _files = [];
    private readonly HashSet<string> _public = [];
    private readonly HashSet<string> _unreadable = [];
    private PropertyValue.Map _args = PropertyValue.Map.Empty;

    [Fact]
    public void Nothing_GivesDefaultsAndNoCredentials()
    {
        var config = ReadWell();

        config.ShouldBe(new ProviderConfig(
            OvhEndpoint.Default, new Credentials.Anonymous(), null, 4, TimeSpan.FromSeconds(60), true, true, true));
    }

    [Fact]
    public void StackConfiguration_AsText_Reads()
    {
        Stack(("endpoint", "ovh-ca"), ("accessToken", "at"), ("ovhSubsidiary", "qc"), ("maxRetries", "2"), ("requestTimeout", "30"));
        Stack(("previewQuote", "false"), ("preflight", "False"), ("adoptEarlierOrders", "FALSE"));

        var config = ReadWell();

        config.Endpoint.Name.ShouldBe("ovh-ca");
        config.Credentials.ShouldBe(new Credentials.AccessToken(new Secret("at")));
        config.ShouldBe(new ProviderConfig(config.Endpoint, config.Credentials, "QC", 2, TimeSpan.FromSeconds(30), false, false, false));
    }

    [Fact]
    public void StackConfiguration_AsValuesAndSecrets_Reads()
    {
        _args = _args
            .With("maxRetries", PropertyValue.Of(0d))
            .With("previewQuote", PropertyValue.SecretOf(PropertyValue.Of(false)))
            .With("clientId", PropertyValue.SecretOf(PropertyValue.Of("ci")))
            .With("clientSecret", new PropertyValue.Output(PropertyValue.Of("cs"), true, []));

        var config = ReadWell();

        config.MaxRetries.ShouldBe(0);
        config.PreviewQuote.ShouldBeFalse();
        config.Credentials.ShouldBe(new Credentials.OAuth2Client("ci", new Secret("cs")));
    }

    [Fact]
    public void Unknowns_AreSkippedAndReported()
    {
        Stack(("applicationKey", "ak"), ("applicationSecret", "as"));
        _args = _args.With("consumerKey", PropertyValue.UnknownValue).With("maxRetries", PropertyValue.UnknownValue);
        Environment(("OVH_ACCESS_TOKEN", "someone else's"));

        var reading = Read();

        reading.Failures.ShouldBeEmpty();
        reading.NotKnownYet.ShouldBe([ProviderConfigKeys.ConsumerKey, ProviderConfigKeys.MaxRetries]);
        reading.Config!.Credentials.ShouldBe(new Credentials.Anonymous(AreNotKnownYet: true));
        reading.Config.MaxRetries.ShouldBe(4);
    }

    [Theory]
    [InlineData(0, "stack")]
    [InlineData(1, "environment")]
    [InlineData(2, "here")]
    [InlineData(3, "home")]
    [InlineData(4, "etc")]
    public void Credentials_ComeFromTheHighestSourceThatHasThem(int removed, string expected)
    {
        Stack(("applicationKey", "stack"), ("applicationSecret", "s"), ("consumerKey", "c"));
        Environment(("OVH_CLIENT_ID", "environment"), ("OVH_CLIENT_SECRET", "s"));
        _files["/project/ovh.conf"] = "[ovh-eu]\naccess_token = here";
        _files["/home/me/.ovh.conf"] = "[ovh-eu]\napplication_key=home\napplication_secret=s\nconsumer_key=c";
        _files["/etc/ovh.conf"] = "[ovh-eu]\nclient_id=etc\nclient_secret=s";
        Action[] removals =
        [
            () => _args = PropertyValue.Map.Empty, _environment.Clear, () => _files.Remove("/project/ovh.conf"),
                () => _files.Remove("/home/me/.ovh.conf"),
        ];
        foreach (var removal in removals.Take(removed))
        {
            removal();
        }

        var name = ReadWell().Credentials switch
        {
            Credentials.ApplicationKey key => key.Key,
            Credentials.OAuth2Client client => client.ClientId,
            Credentials.AccessToken token => token.Token.Reveal(),
            _ => "none",
        };

        name.ShouldBe(expected);
    }

    [Theory]
    [InlineData(0, "ovh-us")]
    [InlineData(1, "ovh-ca")]
    [InlineData(2, "kimsufi-eu")]
    [InlineData(3, "ovh-eu")]
    public void Endpoint_ComesFromTheHighestSourceThatHasIt(int removed, string expected)
    {
        Stack(("endpoint", removed > 0 ? "" : "ovh-us"));
        Environment(("OVH_ENDPOINT", removed > 1 ? "  " : "ovh-ca"));
        _files["/home/me/.ovh.conf"] = removed > 2 ? "[default]\nendpoint=" : "[default]\nendpoint=kimsufi-eu";

        ReadWell().Endpoint.Name.ShouldBe(expected);
    }

    [Fact]
    public void File_SectionOfTheChosenEndpoint_IsRead_AlsoForAUrl()
    {
        Environment(("OVH_ENDPOINT", "http://127.0.0.1:8080/1.0/"));
        _files["/project/ovh.conf"] = """
            ; a comment
            # another
            [default]
            endpoint = ovh-eu
            [ovh-eu]
            access_token = eu
            [http://127.0.0.1:8080/1.0]
            access_token: "local"
            nonsense
            """;

        ReadWell().Credentials.ShouldBe(new Credentials.AccessToken(new Secret("local")));
    }

    [Theory]
    [InlineData("application_key = ak ; my app", "application_secret = as ; its secret", "consumer_key = ck # never expires")]
    [InlineData("application_key=ak;my app", "application_secret=\"as\" ; quoted", "consumer_key='ck'#quoted")]
    [InlineData("application_key : ak\t# a = b", "application_secret: as", "consumer_key: `ck` ;")]
    public void File_CommentBehindAValue_IsNotPartOfIt(string key, string secret, string consumer)
    {
        _files["/project/ovh.conf"] = $"[default] ; [x]\nendpoint = ovh-ca # Canada\n[ovh-ca] # all of it\n{key}\n{secret}\n{consumer}\n";

        var config = ReadWell();

        config.Endpoint.Name.ShouldBe("ovh-ca");
        config.Credentials.ShouldBe(new Credentials.ApplicationKey("ak", new Secret("as"), new Secret("ck")));
    }

    [Theory]
    [InlineData("\"a;b\" ; c", "a;b")]
    [InlineData("'a#b'", "a#b")]
    [InlineData("\"ab", "\"ab")]
    [InlineData("\"a\"b", "\"a\"b")]
    [InlineData("a=b", "a=b")]
    [InlineData("\"\"\"a;\"b\"\"\"", "a;\"b")]
    [InlineData("\"\"\"\"\"", "\"\"\"\"\"")]
    [InlineData("ab\\\n  cd", "abcd")]
    [InlineData("ab\\\n\\\ncd ; comment", "abcd")]
    public void File_SignsInQuotes_BeginNoComment(string written, string value)
    {
        _files["/project/ovh.conf"] = $"[ovh-eu]\naccess_token = {written}";

        ReadWell().Credentials.ShouldBe(new Credentials.AccessToken(new Secret(value)));
    }

    [Theory]
    [InlineData("[https://api.eu.ovhcloud.com/1.0]")]
    [InlineData("[https://api.eu.ovhcloud.com/1.0/] ; the new domain")]
    public void File_SectionOfAUrlAtAKnownSite_IsReadAsItIsWritten(string section)
    {
        Environment(("OVH_ENDPOINT", "https://api.eu.ovhcloud.com/1.0"));
        _files["/project/ovh.conf"] = $"{section}\naccess_token = new\n[ovh-eu]\naccess_token = old";

        ReadWell().Credentials.ShouldBe(new Credentials.AccessToken(new Secret("new")));
    }

    [Fact]
    public void File_WithSecretsThatEveryUserCanRead_IsWarnedAboutOnce()
    {
        _files["/project/ovh.conf"] = "[default]\nendpoint=ovh-eu";
        _files["/home/me/.ovh.conf"] = "[ovh-eu]\nclient_id=ci\nclient_secret=cs\n[ovh-ca]\naccess_token=at";
        _files["/etc/ovh.conf"] = "[ovh-eu]\naccess_token=at";
        _public.UnionWith(["/project/ovh.conf", "/home/me/.ovh.conf"]);

        Read().Warnings.ShouldBe(
            ["every user of this machine can read the credentials in /home/me/.ovh.conf. Restrict it with `chmod 600 /home/me/.ovh.conf`"]);
    }

    [Fact]
    public void IncompleteSet_NamesWhatIsMissingAndWhereItMayBeSet()
    {
        Stack(("applicationKey", "ak"));

        var failures = Read().Failures;

        failures.Select(f => f.Property).ShouldBe(["applicationSecret", "consumerKey"]);
        failures[1].Reason.ShouldBe(
            "missing. An application key needs applicationKey, applicationSecret and consumerKey, but the stack configuration has only "
                + "applicationKey. "
            + "Set ovh-order:consumerKey, OVH_CONSUMER_KEY in the environment or consumer_key in ovh.conf, in the same place as the "
            + "others");
    }

    [Fact]
    public void IncompleteSet_AboveACompleteOne_IsPassedOverWithAWarning()
    {
        Stack(("clientId", "ci"));
        _files["/etc/ovh.conf"] = "[ovh-eu]\naccess_token=at";

        var reading = Read();

        reading.Config!.Credentials.ShouldBe(new Credentials.AccessToken(new Secret("at")));
        reading.Warnings.ShouldBe(
        [
            "the stack configuration has clientId without clientSecret, so this is not used. The credentials come from section [ovh-eu] of "
                + "/etc/ovh.conf",
        ]);
    }

    [Fact]
    public void KindsOfCredentials_InOneSource_AreNeverMixed()
    {
        Environment(("OVH_APPLICATION_KEY", "ak"), ("OVH_CLIENT_ID", "ci"), ("OVH_CLIENT_SECRET", "cs"));

        var failure = Read().Failures.ShouldHaveSingleItem();

        failure.Property.ShouldBe("clientId");
        failure.Reason.ShouldBe(
            "the environment has an application key (applicationKey) and a service account (clientId and clientSecret). "
            + "These are different kinds of credentials. Keep one and remove the other");
    }

    [Fact]
    public void Problems_AreAllToldAtOnce()
    {
        Stack(
            ("endpoint", "http://example.com"), ("clientId", "ci"), ("maxRetries", "many"), ("requestTimeout", "0"),
            ("previewQuote", "perhaps"));

        var reading = Read();

        reading.Config.ShouldBeNull();
        reading.Failures.Select(f => f.Property).ShouldBe(["endpoint", "clientSecret", "maxRetries", "requestTimeout", "previewQuote"]);
        reading.Failures[2].Reason.ShouldBe("'many' is not a whole number from 0 to 100");
    }

    [Fact]
    public void Subsidiary_OfAnotherSite_IsRefused()
    {
        Stack(("endpoint", "ovh-us"));
        Environment(("OVH_SUBSIDIARY", "fr"));

        Read().Failures.ShouldHaveSingleItem().Reason.ShouldBe(
            "subsidiary FR is served by endpoint ovh-eu. This is endpoint ovh-us, which serves US. This value is from the environment");
    }

    [Theory]
    [InlineData("environment", "the environment")]
    [InlineData("file", "section [default] of /home/me/.ovh.conf")]
    public void Endpoint_FromElsewhereThanTheStack_IsRefusedWithItsSource(string from, string source)
    {
        Environment(from == "environment" ? [("OVH_ENDPOINT", "ovh-uk")] : []);
        _files["/home/me/.ovh.conf"] = from == "file" ? "[default]\nendpoint = ovh-uk" : "";

        var reason = Read().Failures.ShouldHaveSingleItem().Reason;

        reason.ShouldStartWith("'ovh-uk' is not a known endpoint");
        reason.ShouldEndWith($". This value is from {source}");
    }

    [Theory]
    [InlineData("[ovh-eu]\naccess_token = at")]
    [InlineData("[default]\nendpoint = ovh-ca\naccess_token = at")]
    [InlineData("access_token = at")]
    public void File_WithCredentialsOfAnotherSection_IsWarnedAbout(string text)
    {
        Stack(("endpoint", "OVH-CA"));
        _files["/home/me/.ovh.conf"] = text;

        Read().Warnings.ShouldBe(
        [
            "the credentials in /home/me/.ovh.conf are not used, because they are not in the section of the configured endpoint, [OVH-CA]",
        ]);
    }

    [Fact]
    public void File_ThatCannotBeRead_IsWarnedAboutWhereThereAreNoCredentials()
    {
        _unreadable.Add("/etc/ovh.conf");

        Read().Warnings.ShouldBe(["/etc/ovh.conf is not used, because it cannot be read: Permission denied"]);
        Environment(("OVH_ACCESS_TOKEN", "at"));
        Read().Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void File_WithCredentialsOfAnotherSection_IsFineWhereOthersAreUsed()
    {
        Environment(("OVH_ACCESS_TOKEN", "at"));
        _files["/home/me/.ovh.conf"] = "[ovh-ca]\naccess_token = at";

        Read().Warnings.ShouldBeEmpty();
        _args = _args.With("endpoint", PropertyValue.UnknownValue);
        _environment.Clear();
        Read().Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Subsidiary_OfNoKnownForm_IsRefused()
    {
        Stack(("ovhSubsidiary", "not a sub"));

        Read().Failures.ShouldHaveSingleItem().Reason.ShouldStartWith(
            "\"NOT A SUB\" is not a known OVHcloud subsidiary. Known subsidiaries: CZ, DE");
    }

    [Fact]
    public void Endpoint_ThatIsNotKnownYet_IsNotJudgedWithWhatDependsOnIt()
    {
        _args = _args.With("endpoint", PropertyValue.UnknownValue);
        Stack(("ovhSubsidiary", "CA"), ("clientId", "ci"), ("clientSecret", "cs"));
        Environment(("OVH_ENDPOINT", "kimsufi-eu"));

        Read().Failures.ShouldBeEmpty();
    }

    [Fact]
    public void Credentials_AreNotUsed_WhileTheEndpointIsNotKnownYet()
    {
        _args = _args.With("endpoint", PropertyValue.UnknownValue);
        Stack(("accessToken", "at"));

        ReadWell().Credentials.ShouldBe(new Credentials.Anonymous(AreNotKnownYet: true));
    }

    [Fact]
    public void SecretNulls_CountAsAbsent()
    {
        _args = ProviderConfigKeys.All.Aggregate(_args, (args, key) => args.With(key.Name, PropertyValue.SecretOf(PropertyValue.None)));

        ReadWell().ShouldBe(new ProviderConfig(
            OvhEndpoint.Default, new Credentials.Anonymous(), null, 4, TimeSpan.FromSeconds(60), true, true, true));
    }

    [Fact]
    public void Values_OfAnotherKind_AreRefused()
    {
        _args = _args.With("endpoint", PropertyValue.Of([PropertyValue.Of("ovh-ca")]))
            .With("accessToken", PropertyValue.SecretOf(PropertyValue.Map.Empty.With("a", PropertyValue.Of("b"))));

        Read().Failures.ShouldBe(
            [new CheckFailure("endpoint", "must be a string, a number or a boolean"),
                new CheckFailure("accessToken", "must be a string, a number or a boolean")]);
    }

    [Theory]
    [InlineData("à")]
    [InlineData("a\nb")]
    [InlineData("a b")]
    public void Credentials_ThatNoHeaderCanCarry_AreRefused(string pasted)
    {
        Environment(("OVH_APPLICATION_KEY", "ak"), ("OVH_APPLICATION_SECRET", "as"), ("OVH_CONSUMER_KEY", pasted));

        var failure = Read().Failures.ShouldHaveSingleItem();

        failure.Property.ShouldBe("consumerKey");
        failure.Reason.ShouldStartWith("the value from the environment has a character that no credential has");
    }

    [Fact]
    public void Keys_ThatAreNone_AreWarnedAbout()
    {
        Stack(("maxPrice", "10"), ("version", "1.0.0"), ("pluginDownloadURL", "github://example"), ("__internal", ""));

        Read().Warnings.ShouldHaveSingleItem().ShouldStartWith(
            "ovh-order:maxPrice is not a configuration key of this provider, and has no effect. Its keys: endpoint, applicationKey, ");
    }

    [Fact]
    public void ServiceAccount_AtAnEndpointWithoutThem_IsRefused()
    {
        Stack(("endpoint", "kimsufi-eu"), ("clientId", "ci"), ("clientSecret", "cs"));

        Read().Failures.ShouldHaveSingleItem().Reason.ShouldBe(
            "service accounts cannot log in at endpoint kimsufi-eu. Use one of ovh-eu, ovh-ca, ovh-us");
    }

    [Fact]
    public void Keys_HaveOneRowEach()
    {
        ProviderConfigKeys.All.Select(k => k.Name).ShouldBeUnique();
        ProviderConfigKeys.All.Where(k => k.IsSecret).Select(k => k.Name)
            .ShouldBe(["applicationSecret", "consumerKey", "clientSecret", "accessToken"]);
        ProviderConfigKeys.All.Where(k => k.Type != ConfigType.String).ShouldAllBe(k => k.Default != null);
    }

    private void Stack(params (string Key, string Value)[] values) =>
        _args = values.Aggregate(_args, (map, value) => map.With(value.Key, PropertyValue.Of(value.Value)));

    private void Environment(params (string Key, string Value)[] values)
    {
        foreach (var (key, value) in values)
        {
            _environment[key] = value;
        }
    }

    private ProviderConfig ReadWell()
    {
        var reading = Read();
        reading.Failures.ShouldBeEmpty();
        return reading.Config.ShouldNotBeNull();
    }

    private ProviderConfigReading Read() => ProviderConfigReader.Read(
        _args, new ConfigEnvironment(
            _environment.GetValueOrDefault, Here, Home,
            path => _unreadable.Contains(path) ? new ConfigFileText("", Problem: "Permission denied")
                : _files.TryGetValue(path, out var text) ? new ConfigFileText(text, _public.Contains(path)) : null));
}
