package dev.nightjar.guess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consent is not widened, and what can be a refusal is mapped or asked about. */
class AnswersTest {

  private static String guess(String column, String one, String other) {
    var text = "customer_id,email,first_name,%s\n1,a@example.com,Ann,%s\n2,b@example.com,Bob,%s\n";
    return new AnExport("crm.csv", text.formatted(column, one, other)).guess();
  }

  @ParameterizedTest
  @CsvSource({
    "email_consent, consent-email",
    "Accepts Email Marketing, consent-email",
    "newsletter, consent-email",
    "Newsletter abonniert, consent-email",
    "sms_opt_in, consent-sms",
    "ads_consent, consent-advertising",
    "consent_advertising, consent-advertising",
    "phone_consent, consent-phone",
    "post_permission, consent-post",
    "whatsapp_consent, consent-whatsapp",
    "marketing_consent, consent-marketing",
    "opt_in, consent",
    "consent, consent",
    "do_not_contact, opted-out",
    "blocked, opted-out",
    "marketing_opt_out, opted-out",
    "Werbesperre, opted-out",
    "unsubscribed, opted-out",
    "opt_out, opted-out",
    "no_marketing, opted-out",
    "no_consent, opted-out",
    "suppressed, opted-out",
    "désabonné, opted-out"
  })
  void aNameThatIsPlainIsMapped(String column, String field) {
    assertThat(guess(column, "yes", "no")).contains("      " + field + ": [\"" + column + "\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "email_opt_out, yes, no, opted-out",
    "blocked, ja, nein, opted-out",
    "unsubscribed_at, 2026-01-01, '', opted-out",
    "unsubscribed, '', '', opted-out",
    "email_sms_consent, yes, no, consent-email-sms-consent",
    "consent_profiling, yes, no, consent-profiling",
    "newsletter, ja, nein, consent-email",
    "vip, 1, 0, consent-vip",
    "sms, Y, N, consent-sms",
    "Status, subscribed, unsubscribed, consent-status"
  })
  void anyOtherAnswerIsAskedAbout(String column, String one, String other, String field) {
    assertThat(guess(column, one, other))
        .contains("      " + field + ": \"?\" # " + column + ": ", "remove this line");
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "consent_date"})
  void whatIsNoAnswerIsNotAskedAbout(String column) {
    assertThat(guess(column, "2026-01-01", "2026-01-02")).doesNotContain("\"?\"");
  }

  @Test
  void twoColumnsForOneFieldAreAQuestionAndEachAnswerHasItsOwn() {
    assertThat(
            new AnExport(
                    "crm.csv",
                    "id,email,email_consent,ads_consent,do_not_contact\n1,a@example.com,yes,no,no\n")
                .guess())
        .contains(
            "feed: customers",
            "consent-email: [\"email_consent\"]",
            "consent-advertising: [\"ads_consent\"]",
            "opted-out: [\"do_not_contact\"]")
        .doesNotContain(" consent:");
    assertThat(guess("newsletter,email_consent,blocked,opt_out", "yes,no,no,no", "no,no,no,yes"))
        .contains("consent-email: \"?\" # newsletter, email_consent: ")
        .contains("opted-out: \"?\" # blocked, opt_out: ");
  }
}
