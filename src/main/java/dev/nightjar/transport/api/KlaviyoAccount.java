package dev.nightjar.transport.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An account at Klaviyo, whose lists the audiences are.
 *
 * @param token private API key with the scopes {@code lists:write}, {@code lists:read}, {@code
 *     profiles:write} and {@code profiles:read}, usually a variable: {@code ${KLAVIYO_API_KEY}}
 * @param url of the API
 */
public record KlaviyoAccount(
    @Nullable String token, @DefaultValue("https://a.klaviyo.com") URI url) {
  /** The parameter of an audience that says which list it is. */
  public static final String LIST = "list-id";

  // https://developers.klaviyo.com/en/reference/bulk_import_profiles: 10,000 profiles and 5 MB
  private static final RowsFile.Limits IMPORT = new RowsFile.Limits(10_000, 4_000_000);

  // people are looked up before, of which one question takes 100
  private static final RowsFile.Limits LOOKUP = new RowsFile.Limits(100, 4_000_000);

  /** Where the rows go. */
  public String place() {
    return url.toString();
  }

  /** What is wrong, one line each, beginning with the key that goes on from this one's. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    HttpCalls.addProblems(problems, url);
    if (token == null || token.isBlank() || token.startsWith("${")) {
      problems.add(".token: is missing, or its variable is not set");
    }
    return problems;
  }

  /** How large a batch can be. */
  public RowsFile.Limits limits(boolean isRemoval) {
    return isRemoval ? LOOKUP : IMPORT;
  }
}
