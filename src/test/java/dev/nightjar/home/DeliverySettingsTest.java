package dev.nightjar.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverySettingsTest {
  private static final String DELIVERY = "deliver.deliveries.generic-csv.";

  private static final String SHOP = "ingest.sources.shop-customers.feed=";
  private static final String SHOP_FILES = "ingest.sources.shop-customers.files=customers-*.csv";
  private static final String KEY = "ingest.sources.shop-customers.columns.customer=id";

  @TempDir Path folder;

  @BeforeEach
  void theEnvironmentSaysNothing() {
    AHome.assumeAnEmptyEnvironment();
  }

  @Test
  void aDeliveryHasDefaults() {
    assertThat(bound(DELIVERY + "sftp.host=crm.example", DELIVERY + "sftp.password=secret"))
        .containsExactly(
            DELIVERY + "folder: null",
            DELIVERY + "sftp.host: crm.example",
            DELIVERY + "sftp.port: 22",
            DELIVERY + "sftp.path: ",
            DELIVERY + "sftp.user: nightjar",
            DELIVERY + "sftp.password: secret",
            DELIVERY + "sftp.key-file: null",
            DELIVERY + "sftp.passphrase: null",
            DELIVERY + "sftp.known-hosts: config/known_hosts",
            DELIVERY + "s3: null",
            DELIVERY + "https: null",
            DELIVERY + "klaviyo: null",
            DELIVERY + "retries: 3",
            DELIVERY + "retention: null",
            DELIVERY + "parameters: {}");
    assertThat(bound(DELIVERY + "s3.bucket=shop"))
        .contains(
            DELIVERY + "s3.bucket: shop",
            DELIVERY + "s3.prefix: ",
            DELIVERY + "s3.region: eu-west-1",
            DELIVERY + "s3.endpoint: null",
            DELIVERY + "s3.path-style: null");
  }

  @Test
  void everyKeyOfABucketAndOfAFolderIsMapped() {
    assertThat(
            bound(
                DELIVERY + "s3.bucket=shop",
                DELIVERY + "s3.prefix=out/",
                DELIVERY + "s3.region=us-east-1",
                DELIVERY + "s3.endpoint=http://localhost:9000",
                DELIVERY + "s3.path-style=false"))
        .contains(
            DELIVERY + "s3.bucket: shop",
            DELIVERY + "s3.prefix: out/",
            DELIVERY + "s3.region: us-east-1",
            DELIVERY + "s3.endpoint: http://localhost:9000",
            DELIVERY + "s3.path-style: false");
    assertThat(bound(DELIVERY + "folder=/mnt/crm")).contains(DELIVERY + "folder: /mnt/crm");
  }

  @Test
  void everyKeyOfWhatTakesBatchesIsMapped() {
    assertThat(
            bound(
                DELIVERY + "https.url=https://crm.example/in",
                DELIVERY + "https.secret=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3",
                DELIVERY + "https.token=t",
                DELIVERY + "https.batch-rows=10"))
        .contains(
            DELIVERY + "https.url: https://crm.example/in",
            DELIVERY + "https.secret: MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3",
            DELIVERY + "https.token: t",
            DELIVERY + "https.batch-rows: 10");
    assertThat(
            bound(
                DELIVERY + "https.url=https://crm.example/in",
                DELIVERY + "https.secret=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"))
        .contains(DELIVERY + "https.token: null", DELIVERY + "https.batch-rows: 1000");
    assertThat(bound(DELIVERY + "klaviyo.token=pk", DELIVERY + "klaviyo.url=https://k.example"))
        .contains(DELIVERY + "klaviyo.token: pk", DELIVERY + "klaviyo.url: https://k.example");
    assertThat(bound(DELIVERY + "klaviyo.token=pk"))
        .contains(DELIVERY + "klaviyo.url: https://a.klaviyo.com");
  }

  @Test
  void whatCannotBeDeliveredToIsAProblem() {
    assertThat(
            AHome.in(folder)
                .problems(
                    DELIVERY + "folder=/mnt/crm",
                    DELIVERY + "sftp.user=crm",
                    DELIVERY + "s3.prefix=/out",
                    DELIVERY + "retries=11",
                    DELIVERY + "retention=P0D",
                    "deliver.retention=-P1D",
                    "deliver.deliveries.crn.folder=/mnt/crn"))
        .containsExactlyInAnyOrder(
            "--set " + DELIVERY + "retries: must be less than or equal to 10",
            "--set "
                + DELIVERY
                + "folder: is one of folder, sftp, s3, https and klaviyo; give one of them",
            "--set " + DELIVERY + "sftp.host: is missing",
            "--set " + DELIVERY + "sftp: password or key-file is required",
            "--set " + DELIVERY + "s3.bucket: is missing",
            "--set "
                + DELIVERY
                + "s3.prefix: must end with / and not begin with it, such as extracts/",
            "--set " + DELIVERY + "retention: must be a positive period, such as P90D",
            "--set deliver.retention: must be a positive period, such as P90D",
            "--set deliver.deliveries.crn: there is no profile crn; nightjar destinations lists those"
                + " there are");
  }

  @Test
  void aFileThatTellsWhatToDoWithItsRowsTellsOneThing() {
    var profile = "destinations.profiles.generic-csv.";
    assertThat(AHome.in(folder).problems(profile + "actions.full=Replace"))
        .containsExactly(
            "--set " + profile + "actions: are for a preamble with {action}, and this needs them");
    var asked = new String[] {profile + "format=csv", profile + "preamble=do {action}"};
    assertThat(AHome.in(folder).problems(asked[0], asked[1], profile + "actions.full=Replace"))
        .containsExactly("--set " + profile + "actions: must be of full, adds and removes");
    assertThat(
            AHome.in(folder)
                .problems(
                    asked[0],
                    asked[1],
                    profile + "actions.full=Replace",
                    profile + "actions.adds=Add",
                    profile + "actions.removes=Remove",
                    "deliver.files.generic-csv=removes,changes"))
        .containsExactly(
            "--set deliver.files.generic-csv: generic-csv cannot take changes, only full, removes, adds;"
                + " people are removed there by: file");
  }

  /** A consent that nobody asks for would let those who refused into the files. */
  @ParameterizedTest
  @CsvSource({
    "ads, did you mean advertising?",
    "advertsing, did you mean advertising?",
    "e-mail, did you mean email?",
    "surveys, 'there are: advertising, email, marketing'"
  })
  void aConsentToAPurposeThatNobodyHasIsAProblem(String purpose, String hint) {
    var column = "ingest.sources.shop-customers.columns.consent-";
    var home = new AHome(Path.of("").toAbsolutePath());
    assertThat(home.problems(SHOP + "customers", SHOP_FILES, KEY, column + purpose + "=a"))
        .containsExactly(
            "--set %s%s: is the purpose of no audience and no destination; %s"
                .formatted(column, purpose, hint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"advertising", "email", "marketing", "research"})
  void aConsentToThePurposeOfAnAudienceOrDestinationIsRead(String purpose) {
    var settings =
        new AHome(Path.of("").toAbsolutePath())
            .load(
                SHOP + "customers",
                SHOP_FILES,
                KEY,
                "ingest.sources.shop-customers.columns.consent-" + purpose + "=a",
                "audiences.declared.panel.purpose=research",
                "audiences.declared.panel.select.segments=Champions");
    assertThat(settings.vocabulary().purposes())
        .containsExactly("advertising", "email", "marketing", "research");
  }

  /** A tool that only adds and updates would put back whoever is in a file of removes. */
  @ParameterizedTest
  @CsvSource({
    "braze, removes, 'full, adds', flag",
    "klaviyo, removes, 'full, adds', flag",
    "mailchimp, changes, 'full, adds', flag",
    "hubspot, removes, 'full, adds', flag",
    "sfmc-data-extension, removes, full, overwrite",
    "sfmc-data-extension, adds, full, overwrite"
  })
  void aKindOfFileThatADestinationCannotTakeIsAProblem(
      String name, String kind, String kinds, String removal) {
    assertThat(
            new AHome(Path.of("").toAbsolutePath())
                .problems("deliver.files." + name + "=full," + kind))
        .containsExactly(
            "--set deliver.files.%1$s: %1$s cannot take %2$s, only %3$s; people are removed there by: %4$s"
                .formatted(name, kind, kinds, removal));
  }

  /** Where files can say who refused, one of a destination's kinds must. */
  @ParameterizedTest
  @CsvSource({
    "generic-csv, adds, removes or full",
    "generic-csv, 'adds,changes', removes or full",
    "google-customer-match, 'adds,changes', removes or full",
    "braze, full, adds"
  })
  void kindsOfFilesThatNeverTellWhoRefusedAreAProblem(String name, String kinds, String add) {
    assertThat(
            new AHome(Path.of("").toAbsolutePath()).problems("deliver.files." + name + "=" + kinds))
        .containsExactly(
            "--set deliver.files.%1$s: %1$s would never learn who refused; add %2$s"
                .formatted(name, add));
  }

  @ParameterizedTest
  @CsvSource({
    "generic-csv, full",
    "generic-csv, 'full,adds'",
    "google-customer-match, 'removes,adds'",
    "braze, adds",
    "sfmc-data-extension, full"
  })
  void kindsOfFilesThatTellWhoRefusedAreTaken(String name, String kinds) {
    var key = "deliver.files." + name;
    var settings = new AHome(Path.of("").toAbsolutePath()).load(key + "=" + kinds);
    assertThat(settings.effective().get("deliver"))
        .asInstanceOf(MAP)
        .extractingByKey("files", MAP)
        .containsEntry(name, List.of(kinds.split(",")));
  }

  @Test
  void aDestinationThatNoFileCanTellIsNotAskedForOne() {
    var settings =
        AHome.in(folder)
            .load(
                "destinations.profiles.generic-csv.removal=none", "deliver.files.generic-csv=adds");
    assertThat(settings.vocabulary().profiles().get("generic-csv").tellingKinds()).isEmpty();
  }

  @Test
  void aListWithoutItsNumberTakesNoDifferences() {
    var files = "deliver.files.microsoft-customer-match";
    assertThat(new AHome(Path.of("").toAbsolutePath()).problems(files + "=removes,adds"))
        .containsExactly(
            "--set "
                + files
                + ": microsoft-customer-match takes only a first full file until"
                + " deliveries.microsoft-customer-match.parameters.AUDIENCE gives list-id");
  }

  @Test
  void aParameterThatTheProfileDoesNotHaveIsAProblem() {
    var own = "deliver.deliveries.microsoft-customer-match.parameters.vip.";
    assertThat(
            new AHome(Path.of("").toAbsolutePath())
                .problems(own + "list-id=4711", own + "list=4711"))
        .containsExactly("--set " + own + "list: there is no parameter list; there are: list-id");
  }

  @Test
  void aSecretIsMaskedAndAVariableThatIsNotSetIsAProblem() {
    var settings =
        AHome.in(folder)
            .load(DELIVERY + "sftp.host=crm.example", DELIVERY + "sftp.password=geheim-1234");
    assertThat(settings.effective().toString()).doesNotContain("geheim").contains("password=***");
    assertThat(
            AHome.in(folder)
                .problems(
                    DELIVERY + "sftp.host=crm.example",
                    DELIVERY + "sftp.password=${NO_SUCH_VARIABLE}"))
        .containsExactly("--set " + DELIVERY + "sftp.password: names a variable that is not set");
  }

  private List<String> bound(String... settings) {
    return FlatSettings.text(AHome.in(folder).load(settings).sections())
        .lines()
        .filter(line -> line.startsWith(DELIVERY))
        .toList();
  }
}
